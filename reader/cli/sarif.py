"""A report as SARIF 2.1.0, the form in which editors and code hosts take the findings of a checker (OASIS, 2020)."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from reader import __version__
from reader.core.records import Problem
from reader.core.report import Report
from reader.core.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "GUIDE"  # what the addresses of files are relative to: the guide's folder
_INDEX = {name: index for index, name in enumerate(RULES)}


def log(report: Report, folder: Path) -> dict[str, Any]:
    """Return a log of one run; *folder* is the guide's, absolute."""
    about = {"text": "The guide's folder."}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "language": "en-GB",
                "originalUriBaseIds": {BASE: {"uri": f"{folder.as_uri().rstrip('/')}/", "description": about}},
                "results": [_result(each) for each in report.findings],
            }
        ],
    }


def _driver() -> dict[str, Any]:
    rules = [
        {
            "id": rule.name,
            "shortDescription": {"text": _message(rule.asks)},
            "help": {"text": _message(f"{rule.asks} Source: {rule.source}.")},
            "defaultConfiguration": {"level": rule.level},
        }
        for rule in RULES.values()
    ]
    return {"name": "Pathway Reader", "version": __version__, "rules": rules}


def _result(finding: Problem) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": RULES[finding.rule].level,
        "message": {"text": _message(finding.message)},
    }
    if finding.file:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(finding.file, errors="replace"), "uriBaseId": BASE}}
        if finding.line:
            place["region"] = {"startLine": finding.line}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _message(text: str) -> str:
    """Return a text as a message: braces doubled (3.11.5), no words that would become a link (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
