"""The client's sheet: facts computed once, said in a language, printed as PDF, HTML or JSON.

    sheet_of(client, items, days, assessment, foods) → Sheet
    Sheet → spoken → pdf | html;  Sheet → to_json

A sheet describes reported intake. It holds no verdict on health and no dose.
"""

from nutrition.report.build import compare, poor, sheet_of
from nutrition.report.facts import Client, Comparison, Sheet, Suggestions
from nutrition.report.offers import Offers, suggestions_for
from nutrition.report.page import html
from nutrition.report.pdf import PAPERS, ReportError, pdf
from nutrition.report.record import to_json
from nutrition.report.spoken import spoken

__all__ = [
    "PAPERS",
    "Client",
    "Comparison",
    "Offers",
    "ReportError",
    "Sheet",
    "Suggestions",
    "compare",
    "html",
    "pdf",
    "poor",
    "sheet_of",
    "spoken",
    "suggestions_for",
    "to_json",
]
