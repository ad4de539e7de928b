"""Writes the files of FILES (a JSON list of paths and texts) below OUT for COUNT teams with Jinja2: render_jinja2.py FILES OUT COUNT"""
import json
import os
import sys

import jinja2

# Marks that no rendered file has, so that each is a template as it is.
around = jinja2.Environment(
    variable_start_string="\u27e6", variable_end_string="\u27e7", block_start_string="\u27e6%", block_end_string="%\u27e7", comment_start_string="\u27e6#", comment_end_string="#\u27e7",
    keep_trailing_newline=True, undefined=jinja2.StrictUndefined)
with open(sys.argv[1], encoding="utf-8") as file:
    templates = [(path, around.from_string(text.replace("team-0000", "\u27e6team\u27e7"))) for path, text in json.load(file)]
for number in range(int(sys.argv[3])):
    for path, template in templates:
        target = os.path.join(sys.argv[2], str(number), path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8", newline="") as file:
            file.write(template.render(team=f"team-{number // 4:04}"))
