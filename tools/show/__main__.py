# SPDX-License-Identifier: Apache-2.0
"""Prints each line of a topic with its figure, its goal, and pass or short; names after the topic choose some."""

import os
import sys

from tools.show.line import show
from tools.show.topics import FIRST, TOPICS


def main(words: list[str]) -> int:
    """Show a topic, or list the topics and show the first; 1 when a line is short, 2 when nothing is called so."""
    topic, names = words[0] if words else FIRST, words[1:]
    if not words:
        for one, measures in TOPICS.items():
            print(f"TOPIC={one}: {', '.join(measures)}")
    if topic not in TOPICS:
        print(f"no topic is called {topic}: choose of {', '.join(TOPICS)}")
        return 2
    print(f"load before: {' '.join(f'{one:.1f}' for one in os.getloadavg())}, {os.cpu_count()} processors", flush=True)
    return show(TOPICS[topic], names)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
