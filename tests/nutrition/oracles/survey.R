# Expected standard errors from R's survey package (Debian: apt install r-cran-survey).
# Run in this folder: Rscript survey.R
# Reads survey_sample.csv (made by make_survey_sample.py), writes survey_expected.csv.
suppressMessages(library(survey))
people <- read.csv("survey_sample.csv")
people$one <- 1
people$low <- as.numeric(people$calcium_mg < 800)
out <- list()
keep <- function(case, what, lonely, estimate, design) {
  out[[length(out) + 1]] <<- data.frame(
    case = case, statistic = what, lonely = lonely,
    value = sprintf("%.12g", coef(estimate)[[1]]),
    se = sprintf("%.12g", SE(estimate)[[1]]),
    df = degf(design), people = nrow(design$variables))
}
for (lonely in c("certainty", "adjust")) {
  options(survey.lonely.psu = lonely)
  full <- svydesign(ids = ~psu, strata = ~stratum, weights = ~survey_weight,
                    data = people, nest = TRUE)
  for (case in c("all", "women")) {
    part <- if (case == "all") full else subset(full, sex == "female")
    known <- subset(part, !is.na(calcium_mg))
    keep(case, "mean calcium_mg", lonely, svymean(~calcium_mg, known), known)
    keep(case, "mean low", lonely, svymean(~low, known), known)
    keep(case, "mean energy_kcal", lonely, svymean(~energy_kcal, part), part)
    keep(case, "ratio calcium_mg/energy_kcal", lonely,
         svyratio(~calcium_mg, ~energy_kcal, known), known)
  }
}
options(survey.lonely.psu = "fail")
two <- subset(people, !stratum %in% 9)
# Without strata, without units, without weights.
plain <- svydesign(ids = ~1, weights = ~survey_weight, data = two)
keep("no strata and no units", "mean energy_kcal", "fail", svymean(~energy_kcal, plain), plain)
even <- svydesign(ids = ~1, weights = ~1, data = two)
keep("no design", "mean energy_kcal", "fail", svymean(~energy_kcal, even), even)
# Balanced replicates on the strata that have two units (3 and 6).
pairs <- subset(people, stratum %in% c(3, 6))
for (k in c(0, 0.3)) {
  paired <- svydesign(ids = ~psu, strata = ~stratum, weights = ~survey_weight,
                      data = pairs, nest = TRUE)
  rep <- as.svrepdesign(paired, type = if (k == 0) "BRR" else "Fay", fay.rho = k, mse = TRUE)
  keep(paste("BRR", k), "ratio energy_kcal/one", "fail", svyratio(~energy_kcal, ~one, rep), paired)
}
expected <- do.call(rbind, out)
write.csv(expected, "survey_expected.csv", row.names = FALSE, quote = FALSE)
writeLines(paste("R", getRversion(), "survey", packageVersion("survey")), "survey_version.txt")
