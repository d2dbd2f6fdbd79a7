"""Check that every module imports only from floors below its own. The floors are the table in CONTRIBUTING.md; exit code 1 names each import that goes up or sideways."""
import ast, re, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "mri_gan_nbs"


def floors(text):
    "Read rows such as `| 3 | 00c_metrics | metrics | ...` from a Markdown table: module -> floor."
    return {m[2]: int(m[1]) for m in re.finditer(r"^\|\s*(\d+)\s*\|[^|]*\|\s*`?(\w+)`?\s*\|", text, re.M)}


def imports(text, modules):
    "List the package's modules that a module's source imports, inside functions too: (line, module)."
    found = []
    for node in ast.walk(ast.parse(text)):
        names = []
        if isinstance(node, ast.Import): names = [a.name for a in node.names if a.name.startswith(PACKAGE + ".")]
        elif isinstance(node, ast.ImportFrom):
            source = (node.module or "") if not node.level else f"{PACKAGE}.{node.module or ''}".rstrip(".")
            if source == PACKAGE: names = [f"{PACKAGE}.{a.name}" for a in node.names]
            elif source.startswith(PACKAGE + "."): names = [source]
        found += [(node.lineno, n.split(".")[1]) for n in names if n.split(".")[1] in modules]
    return found


def faults(sources, floor):
    "List what breaks the rule, in words. sources: module -> its text."
    for name, text in sources.items():
        if name not in floor: yield f"{name}: stands in no row of the floors table in CONTRIBUTING.md"; continue
        for line, other in imports(text, sources):
            if floor.get(other, 99) >= floor[name]: yield f"{PACKAGE}/{name}.py:{line}: {name} (floor {floor[name]}) imports {other} (floor {floor.get(other, '?')})"


def test():
    "Hold the rule against a house of three modules."
    floor = floors("| 0 | 00_low | `low` | x |\n| 1 | 01_mid | mid | y |\n| 2 | 02_top | top | z |")
    assert floor == dict(low=0, mid=1, top=2)
    good = dict(low="import torch", mid="from .low import a", top=f"def f():\n    from {PACKAGE} import mid, low")
    assert not list(faults(good, floor))
    assert len(list(faults(good | dict(low="from . import top"), floor))) == 1
    assert len(list(faults(good | dict(mid=f"import {PACKAGE}.top"), floor))) == 1
    assert len(list(faults(good | dict(attic=""), floor))) == 1


if __name__ == "__main__":
    test()
    sources = {p.stem: p.read_text(encoding="utf-8") for p in (ROOT/PACKAGE).glob("*.py") if not p.stem.startswith("_")}
    wrong = list(faults(sources, floors((ROOT/"CONTRIBUTING.md").read_text(encoding="utf-8"))))
    for line in wrong: print(line)
    print(f"{len(sources)} modules, {len(wrong)} imports that go up or sideways")
    sys.exit(bool(wrong))
