# SPDX-License-Identifier: Apache-2.0
"""The broken promises of Suluh, as one tree.

SuluhError                  anything that stops a command; says what happened, where and what to do next
├── Misuse                  the command or its input cannot be meant so (exit 2)
│   ├── NoAuthority         an exhibit without a recorded authority
│   ├── NotAllowed          the officer's access does not cover the act
│   └── UnknownObject       no such exhibit, account, link, draft, set
├── CaseError               the case folder itself (exit 1)
│   ├── CaseIsLocked        another run holds the case
│   ├── CaseIsFull          the disk has no room
│   ├── CaseIsNewer         written by a later Suluh
│   ├── NotAllThere         a run could not reach all of the exhibits; everything else of it is done
│   ├── CaseIsDamaged       the case file cannot be read
│   └── TwoUnderOneId       a step or an act gave two different values under one id
├── BrokenCustody           a rule of docs/custody.md does not hold (exit 1)
├── Changed                 what an officer decided on is not what they saw (exit 1)
├── WrongPassphrase         an officer's key does not open (exit 1)
├── WorkerCannotStart       the kernel cannot lock a worker, or workers die at start (exit 1)
├── WorkersLost             machines of a cluster, or processes that share a check, went away (exit 1)
├── SelfTestFailed          a built-in check of a result does not hold (exit 1)
├── PaperFault              a paper cannot be set as it stands (exit 1)
├── TwoClaims               two readers claim one file (exit 1)
├── TwoOfOneName            two extensions share a name (a fault of the installation)
└── BadBody                 stored bytes are not a noun that this version knows
"""


class SuluhError(Exception):
    """What happened, where, and what to do next, in a sentence."""

    exit_code = 1


class Misuse(SuluhError):
    """The command or its input cannot be meant so."""

    exit_code = 2


class NoAuthority(Misuse):
    """An exhibit without a recorded authority."""


class NotAllowed(Misuse):
    """The officer's access does not cover the act."""


class UnknownObject(Misuse):
    """No such exhibit, account, link, draft or set."""


class CaseError(SuluhError):
    """The case folder cannot be used as it is."""


class CaseIsLocked(CaseError):
    """Another run holds the case."""


class CaseIsFull(CaseError):
    """The disk has no room."""


class CaseIsNewer(CaseError):
    """A later Suluh wrote the case."""


class CaseIsDamaged(CaseError):
    """The case file cannot be read."""


class NotAllThere(CaseError):
    """A run could not reach all of the exhibits; everything else of it is done."""


class TwoUnderOneId(CaseError):
    """A step or an act gave two different values under one id."""


class BrokenCustody(SuluhError):
    """A rule of docs/custody.md does not hold."""

    def __init__(self, sentence: str, *, rule: int, where: str = "") -> None:
        super().__init__(sentence)
        self.rule = rule
        self.where = where


class Changed(SuluhError):
    """What an officer decided on is not what they saw."""


class WrongPassphrase(SuluhError):
    """An officer's key does not open with this passphrase."""


class WorkerCannotStart(SuluhError):
    """The kernel cannot lock a worker, or workers die at start."""


class WorkersLost(SuluhError):
    """Machines of a cluster, or processes that share a check, went away with what they had, or gave wrong answers."""


class SelfTestFailed(SuluhError):
    """A built-in check of a result does not hold: the result is not used."""


class PaperFault(SuluhError):
    """A paper cannot be set as it stands."""


class TwoClaims(SuluhError):
    """Two readers claim one file."""


class TwoOfOneName(SuluhError):
    """Two extensions share a name."""


class BadBody(SuluhError):
    """Stored bytes are not a noun that this version knows."""
