"""Build metadata that changes with the project: read from settings.ini. The rest stands in pyproject.toml."""
from configparser import ConfigParser
from pathlib import Path
from setuptools import setup

config = ConfigParser(delimiters=["="])
config.read(Path(__file__).parent/"settings.ini", encoding="utf-8")
cfg = config["DEFAULT"]
lines = lambda key: cfg[key].split("\n")[1:] if cfg[key].startswith("\n") else [cfg[key]]
STATUS = {1: "1 - Planning", 2: "2 - Pre-Alpha", 3: "3 - Alpha", 4: "4 - Beta", 5: "5 - Production/Stable"}

setup(
    author=cfg["author"], author_email=cfg["author_email"], keywords=cfg["keywords"].split(),
    python_requires=f">={cfg['min_python']}",
    install_requires=lines("requirements"),
    extras_require={"dev": lines("dev_requirements")},
    entry_points={"console_scripts": lines("console_scripts"), "nbdev": ["mri_gan_nbs=mri_gan_nbs._modidx:d"]},
    classifiers=[f"Development Status :: {STATUS[cfg.getint('status')]}", f"Intended Audience :: {cfg['audience']}",
                 "Programming Language :: Python :: 3 :: Only", "Topic :: Scientific/Engineering :: Medical Science Apps."],
)
