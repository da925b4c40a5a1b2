BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE choices (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	locale TEXT NOT NULL, 
	food_id TEXT, 
	grams FLOAT, 
	CONSTRAINT fk_choices_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT uq_choices UNIQUE (owner, name, unit, locale)
);
INSERT INTO "choices" VALUES(1,'local',12,'curd','cup','','sr28:1256',240.0);
CREATE TABLE days (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	state TEXT NOT NULL, 
	typical BOOLEAN, 
	note TEXT NOT NULL, 
	CONSTRAINT fk_days_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_days_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT uq_days UNIQUE (person_id, day)
);
INSERT INTO "days" VALUES(1,'local',4,1,'2026-03-01','complete',1,'fine');
CREATE TABLE edits (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	person_id INTEGER, 
	what TEXT NOT NULL, 
	changes TEXT NOT NULL, 
	undoes INTEGER, 
	undone BOOLEAN NOT NULL, 
	CONSTRAINT fk_edits_owner FOREIGN KEY(owner) REFERENCES owners (owner)
);
INSERT INTO "edits" VALUES(2,'local',2,'add persons','[{"table": "persons", "id": 2, "before": null, "after": {"id": 2, "kind": "client", "name": "Client =1", "birth_date": "1990-03-02", "age_years": null, "age_as_of": null, "sex": "female", "condition": "pregnant", "trimester": 2, "weight_kg": 61.5, "notes": "line 1\nline 2", "medicines": "[\"levothyroxine\"]", "contexts": "[\"coeliac\"]", "filters": "[\"vegan\"]", "disliked": "[\"liver\"]", "archived": false}}]',NULL,0);
INSERT INTO "edits" VALUES(3,'local',1,'add entries','[{"table": "entries", "id": 1, "before": null, "after": {"id": 1, "person_id": 1, "day": "2026-03-01", "occasion": "lunch", "position": 1, "food": "½ cup Kale", "amount_text": "½", "amount": 0.5, "amount_low": null, "amount_high": null, "unit": "cup", "food_id": "sr28:11233", "kind": "food", "grams": null, "carried": "[]", "calcium_mg": null, "magnesium_mg": null, "energy_kcal": null, "caffeine_mg": null, "vitamin_d_ug": null, "vitamin_b12_ug": null, "water_g": null, "source": "typed", "source_file": null, "source_row": null}}, {"table": "entries", "id": 2, "before": null, "after": {"id": 2, "person_id": 1, "day": "2026-03-01", "occasion": "", "position": 2, "food": "Mg", "amount_text": "", "amount": 1.0, "amount_low": null, "amount_high": null, "unit": "", "food_id": null, "kind": "supplement", "grams": null, "carried": "[\"calcium_mg\", \"magnesium_mg\"]", "calcium_mg": null, "magnesium_mg": 100.0, "energy_kcal": null, "caffeine_mg": null, "vitamin_d_ug": null, "vitamin_b12_ug": null, "water_g": null, "source": "typed", "source_file": null, "source_row": null}}]',NULL,0);
INSERT INTO "edits" VALUES(4,'local',1,'mark day','[{"table": "days", "id": 1, "before": null, "after": {"id": 1, "person_id": 1, "day": "2026-03-01", "state": "complete", "typical": true, "note": "fine"}}]',NULL,0);
INSERT INTO "edits" VALUES(5,'local',2,'add supplements','[{"table": "supplements", "id": 1, "before": null, "after": {"id": 1, "person_id": 2, "name": "Ca", "kind": "supplement", "compound": "calcium carbonate", "stated_as": "compound", "calcium_mg": null, "magnesium_mg": null, "compound_mg": 1250.0, "times_per_day": 1.0, "days_per_week": 7.0, "first_day": "2026-01-01", "last_day": null, "note": ""}}]',NULL,0);
INSERT INTO "edits" VALUES(6,'local',1,'add waters','[{"table": "waters", "id": 1, "before": null, "after": {"id": 1, "person_id": 1, "name": "tap", "calcium_mg_l": 80.0, "magnesium_mg_l": null, "source": "", "is_default": true}}]',NULL,0);
INSERT INTO "edits" VALUES(7,'local',2,'add frequencies','[{"table": "frequencies", "id": 1, "before": null, "after": {"id": 1, "person_id": 2, "filled": "2026-03-01", "food": "milk", "times": 3.0, "per": "week", "portion": "glass"}}]',NULL,0);
INSERT INTO "edits" VALUES(8,'local',2,'add screenings','[{"table": "screenings", "id": 1, "before": null, "after": {"id": 1, "person_id": 2, "question": "sleep", "answer": "{\"hours\": 6.5}", "answered": null}}]',NULL,0);
INSERT INTO "edits" VALUES(9,'local',2,'add red_flags','[{"table": "red_flags", "id": 1, "before": null, "after": {"id": 1, "person_id": 2, "flag": "facial_droop", "ticked": "2026-03-01"}}]',NULL,0);
INSERT INTO "edits" VALUES(10,'local',NULL,'add own_foods','[{"table": "own_foods", "id": 1, "before": null, "after": {"id": 1, "food_id": "user:my-bread", "description": "My bread", "aliases": "", "food_group": "", "calcium_mg": 100.0, "calcium_mg_low": 95.0, "calcium_mg_high": 105.0, "magnesium_mg": null, "magnesium_mg_low": null, "magnesium_mg_high": null, "energy_kcal": null, "caffeine_mg": null, "vitamin_d_ug": null, "vitamin_b12_ug": null, "water_g": null, "fortified": false, "source": "", "measures": "[{\"grams\": 40, \"measure\": \"slice\", \"source\": \"own entry\"}]", "label": "{\"era\": \"2016\"}"}}]',NULL,0);
INSERT INTO "edits" VALUES(11,'local',NULL,'add recipes','[{"table": "recipes", "id": 1, "before": null, "after": {"id": 1, "food_id": "user:stew", "name": "stew", "servings": 4.0, "cooked_grams": 900.0, "ingredients": "[{\"amount\": 2, \"amount_high\": null, \"amount_low\": null, \"food\": \"kale\", \"food_id\": null, \"unit\": \"cup\"}]", "note": ""}}]',NULL,0);
INSERT INTO "edits" VALUES(12,'local',NULL,'remember choice','[{"table": "choices", "id": 1, "before": null, "after": {"id": 1, "name": "curd", "unit": "cup", "locale": "", "food_id": "sr28:1256", "grams": 240.0}}]',NULL,0);
INSERT INTO "edits" VALUES(13,'local',NULL,'add favourites','[{"table": "favourites", "id": 1, "before": null, "after": {"id": 1, "food": "oat drink", "food_id": "", "amount": 250.0, "unit": "ml", "kind": "food"}}]',NULL,0);
CREATE TABLE entries (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	day TEXT NOT NULL, 
	occasion TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	food TEXT NOT NULL, 
	amount_text TEXT NOT NULL, 
	amount FLOAT, 
	amount_low FLOAT, 
	amount_high FLOAT, 
	unit TEXT NOT NULL, 
	food_id TEXT, 
	kind TEXT NOT NULL, 
	grams FLOAT, 
	carried TEXT NOT NULL, 
	calcium_mg FLOAT, 
	magnesium_mg FLOAT, 
	energy_kcal FLOAT, 
	caffeine_mg FLOAT, 
	vitamin_d_ug FLOAT, 
	vitamin_b12_ug FLOAT, 
	water_g FLOAT, 
	source TEXT NOT NULL, 
	source_file TEXT, 
	source_row INTEGER, 
	CONSTRAINT fk_entries_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_entries_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE
);
INSERT INTO "entries" VALUES(1,'local',3,1,'2026-03-01','lunch',1,'½ cup Kale','½',0.5,NULL,NULL,'cup','sr28:11233','food',NULL,'[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'typed',NULL,NULL);
INSERT INTO "entries" VALUES(2,'local',3,1,'2026-03-01','',2,'Mg','',1.0,NULL,NULL,'',NULL,'supplement',NULL,'["calcium_mg", "magnesium_mg"]',NULL,100.0,NULL,NULL,NULL,NULL,NULL,'typed',NULL,NULL);
CREATE TABLE favourites (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	food TEXT NOT NULL, 
	food_id TEXT NOT NULL, 
	amount FLOAT, 
	unit TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	CONSTRAINT fk_favourites_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT uq_favourites UNIQUE (owner, food, food_id, unit)
);
INSERT INTO "favourites" VALUES(1,'local',13,'oat drink','',250.0,'ml','food');
CREATE TABLE frequencies (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	filled TEXT NOT NULL, 
	food TEXT NOT NULL, 
	times FLOAT, 
	per TEXT NOT NULL, 
	portion TEXT NOT NULL, 
	CONSTRAINT fk_frequencies_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_frequencies_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT uq_frequencies UNIQUE (person_id, filled, food)
);
INSERT INTO "frequencies" VALUES(1,'local',7,2,'2026-03-01','milk',3.0,'week','glass');
CREATE TABLE own_foods (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	food_id TEXT NOT NULL, 
	description TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	food_group TEXT NOT NULL, 
	calcium_mg FLOAT, 
	calcium_mg_low FLOAT, 
	calcium_mg_high FLOAT, 
	magnesium_mg FLOAT, 
	magnesium_mg_low FLOAT, 
	magnesium_mg_high FLOAT, 
	energy_kcal FLOAT, 
	caffeine_mg FLOAT, 
	vitamin_d_ug FLOAT, 
	vitamin_b12_ug FLOAT, 
	water_g FLOAT, 
	fortified BOOLEAN, 
	source TEXT NOT NULL, 
	measures TEXT NOT NULL, 
	label TEXT NOT NULL, 
	CONSTRAINT fk_own_foods_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT uq_own_foods UNIQUE (owner, food_id)
);
INSERT INTO "own_foods" VALUES(1,'local',10,'user:my-bread','My bread','','',100.0,95.0,105.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'','[{"grams": 40, "measure": "slice", "source": "own entry"}]','{"era": "2016"}');
CREATE TABLE owners (
	owner TEXT NOT NULL, 
	CONSTRAINT pk_owners PRIMARY KEY (owner)
);
INSERT INTO "owners" VALUES('local');
CREATE TABLE persons (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	birth_date TEXT, 
	age_years FLOAT, 
	age_as_of TEXT, 
	sex TEXT, 
	condition TEXT NOT NULL, 
	trimester INTEGER, 
	weight_kg FLOAT, 
	notes TEXT NOT NULL, 
	medicines TEXT NOT NULL, 
	contexts TEXT NOT NULL, 
	filters TEXT NOT NULL, 
	disliked TEXT NOT NULL, 
	archived BOOLEAN NOT NULL, 
	CONSTRAINT fk_persons_owner FOREIGN KEY(owner) REFERENCES owners (owner)
);
INSERT INTO "persons" VALUES(1,'local',1,'self','',NULL,NULL,NULL,NULL,'none',NULL,NULL,'','[]','[]','[]','[]',0);
INSERT INTO "persons" VALUES(2,'local',2,'client','Client =1','1990-03-02',NULL,NULL,'female','pregnant',2,61.5,'line 1
line 2','["levothyroxine"]','["coeliac"]','["vegan"]','["liver"]',0);
CREATE TABLE recipes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	food_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	servings FLOAT, 
	cooked_grams FLOAT, 
	ingredients TEXT NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT fk_recipes_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT uq_recipes UNIQUE (owner, food_id)
);
INSERT INTO "recipes" VALUES(1,'local',11,'user:stew','stew',4.0,900.0,'[{"amount": 2, "amount_high": null, "amount_low": null, "food": "kale", "food_id": null, "unit": "cup"}]','');
CREATE TABLE red_flags (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	flag TEXT NOT NULL, 
	ticked TEXT, 
	CONSTRAINT fk_red_flags_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_red_flags_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT uq_red_flags UNIQUE (person_id, flag)
);
INSERT INTO "red_flags" VALUES(1,'local',9,2,'facial_droop','2026-03-01');
CREATE TABLE screenings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	question TEXT NOT NULL, 
	answer TEXT NOT NULL, 
	answered TEXT, 
	CONSTRAINT fk_screenings_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_screenings_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT uq_screenings UNIQUE (person_id, question)
);
INSERT INTO "screenings" VALUES(1,'local',8,2,'sleep','{"hours": 6.5}',NULL);
CREATE TABLE settings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT fk_settings_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT uq_settings UNIQUE (owner, "key")
);
INSERT INTO "settings" VALUES(1,'local',14,'locale','uk');
CREATE TABLE supplements (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	compound TEXT, 
	stated_as TEXT NOT NULL, 
	calcium_mg FLOAT, 
	magnesium_mg FLOAT, 
	compound_mg FLOAT, 
	times_per_day FLOAT, 
	days_per_week FLOAT, 
	first_day TEXT, 
	last_day TEXT, 
	note TEXT NOT NULL, 
	CONSTRAINT fk_supplements_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_supplements_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE
);
INSERT INTO "supplements" VALUES(1,'local',5,2,'Ca','supplement','calcium carbonate','compound',NULL,NULL,1250.0,1.0,7.0,'2026-01-01',NULL,'');
CREATE TABLE waters (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	owner TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	calcium_mg_l FLOAT, 
	magnesium_mg_l FLOAT, 
	source TEXT NOT NULL, 
	is_default BOOLEAN NOT NULL, 
	CONSTRAINT fk_waters_owner FOREIGN KEY(owner) REFERENCES owners (owner), 
	CONSTRAINT fk_waters_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE
);
INSERT INTO "waters" VALUES(1,'local',6,1,'tap',80.0,NULL,'',1);
CREATE INDEX ix_choices_owner ON choices (owner);
CREATE INDEX ix_edits_owner ON edits (owner, person_id);
CREATE INDEX ix_favourites_owner ON favourites (owner);
CREATE INDEX ix_own_foods_owner ON own_foods (owner);
CREATE INDEX ix_persons_owner ON persons (owner);
CREATE UNIQUE INDEX uq_persons_self ON persons (owner) WHERE kind = 'self';
CREATE INDEX ix_recipes_owner ON recipes (owner);
CREATE INDEX ix_settings_owner ON settings (owner);
CREATE INDEX ix_days_owner ON days (owner);
CREATE INDEX ix_days_person ON days (person_id);
CREATE INDEX ix_entries_owner ON entries (owner);
CREATE INDEX ix_entries_person_day ON entries (person_id, day);
CREATE INDEX ix_frequencies_owner ON frequencies (owner);
CREATE INDEX ix_frequencies_person ON frequencies (person_id);
CREATE INDEX ix_red_flags_owner ON red_flags (owner);
CREATE INDEX ix_red_flags_person ON red_flags (person_id);
CREATE INDEX ix_screenings_owner ON screenings (owner);
CREATE INDEX ix_screenings_person ON screenings (person_id);
CREATE INDEX ix_supplements_owner ON supplements (owner);
CREATE INDEX ix_supplements_person ON supplements (person_id);
CREATE INDEX ix_waters_owner ON waters (owner);
CREATE INDEX ix_waters_person ON waters (person_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('edits',14);
INSERT INTO "sqlite_sequence" VALUES('persons',2);
INSERT INTO "sqlite_sequence" VALUES('entries',2);
INSERT INTO "sqlite_sequence" VALUES('days',1);
INSERT INTO "sqlite_sequence" VALUES('supplements',1);
INSERT INTO "sqlite_sequence" VALUES('waters',1);
INSERT INTO "sqlite_sequence" VALUES('frequencies',1);
INSERT INTO "sqlite_sequence" VALUES('screenings',1);
INSERT INTO "sqlite_sequence" VALUES('red_flags',1);
INSERT INTO "sqlite_sequence" VALUES('own_foods',1);
INSERT INTO "sqlite_sequence" VALUES('recipes',1);
INSERT INTO "sqlite_sequence" VALUES('choices',1);
INSERT INTO "sqlite_sequence" VALUES('favourites',1);
INSERT INTO "sqlite_sequence" VALUES('settings',1);
COMMIT;
PRAGMA application_id = 1835492193;
