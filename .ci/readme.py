"""Write README.md from nbs/index.ipynb, or with --check say whether the two agree (exit code 1 if not).

Hidden cells are dropped, stored outputs are used, links and pictures are made to work from the project's root."""
import argparse, difflib, re, sys
from pathlib import Path
import nbformat
from nbconvert import MarkdownExporter

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written from nbs/index.ipynb by .ci/readme.py: change the notebook, not this file. -->\n\n"


def directives(cell):
    "The `#|` lines of a code cell."
    return " ".join(re.findall(r"^#\|(.*)", cell.source, re.M)) if cell.cell_type == "code" else ""


def markdown(nb):
    "A notebook's body in Markdown, as it stands: nothing is executed."
    cells = []
    for cell in nb.cells:
        said = directives(cell)
        if re.search(r"\b(hide|default_exp|include:\s*false)\b", said): continue
        if cell.cell_type == "code":
            if any("image/png" in o.get("data", {}) for o in cell.outputs): raise ValueError("nbs/index.ipynb: a cell stores a picture; write it to nbs/images and link it")
            cell.source = "" if re.search(r"echo:\s*false", said) else re.sub(r"^#\|.*\n?", "", cell.source, flags=re.M)
            if not cell.source and not cell.outputs: continue
        cells.append(cell)
    nb.cells = cells
    text, _ = MarkdownExporter().from_notebook_node(nb)
    return re.sub(r"^```(python)?\n\s*```\n", "", text, flags=re.M)


def from_root(text):
    "The same text with links that work one folder higher."
    text = re.sub(r"\]\((?!https?:|#|/|\.\./)", "](nbs/", text)
    text = re.sub(r'(src|href)="(?!https?:|#|/|data:|\.\./)', r'\1="nbs/', text)
    return text.replace("](../", "](")


def readme(path=ROOT/"nbs/index.ipynb"):
    "What README.md should hold."
    text = from_root(markdown(nbformat.read(path, as_version=4)))
    return NOTE + re.sub(r"[ \t]+$", "", re.sub(r"\n{3,}", "\n\n", text), flags=re.M).strip() + "\n"


def missing(text, root=ROOT):
    "List the local files that a page links to and that do not exist."
    links = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r'(?:src|href)="([^"#]+)"', text)
    return [l for l in links if not re.match(r"[a-z]+:", l) and not (root/l).exists()]


def test():
    "Hold the rules above against a small notebook."
    v4 = nbformat.v4
    out = v4.new_output("display_data", data={"text/markdown": "| a |\n|---|\n| 1 |"})
    cells = [v4.new_markdown_cell("# t\n\n> d\n\n![x](images/x.png) [n](00_data.ipynb) [c](../CHANGELOG.md) [w](https://w.org)"), v4.new_code_cell("#| hide\nimport sys"),
             v4.new_code_cell("#| echo: false\nshow()", outputs=[out]), v4.new_code_cell("#| eval: false\nmake()")]
    text = from_root(markdown(v4.new_notebook(cells=cells)))
    for want in ("![x](nbs/images/x.png)", "[n](nbs/00_data.ipynb)", "[c](CHANGELOG.md)", "[w](https://w.org)", "| 1 |", "make()"): assert want in text, want
    assert missing(text) == ["nbs/images/x.png"], missing(text)
    for dropped in ("import sys", "show()", "#|", "```\n\n```"): assert dropped not in text, dropped


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    check, path = parser.parse_args().check, ROOT/"README.md"
    test()
    new, old = readme(), path.read_text(encoding="utf-8") if path.exists() else ""
    if not check: path.write_text(new, encoding="utf-8")
    if gone := missing(new): sys.exit(f"nbs/index.ipynb links to what does not exist: {', '.join(gone)}")
    if check and new != old:
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "README.md", "nbs/index.ipynb"))
        sys.exit("README.md does not agree with nbs/index.ipynb. Run: python .ci/readme.py")
