# SPDX-License-Identifier: Apache-2.0
"""Nobody comes in without the address that was printed, and nothing leaves without its headers."""

import pytest

from suluh.desk.web.door import IDLE, LONGEST
from suluh.desk.web.headers import HEADERS

PLACES = ("/", "/id/", "/en/deals", "/static/suluh.css", "/enter/wrong", "/nowhere")


@pytest.mark.parametrize("path", ["/", "/id/", "/en/deals", "/en/counts", "/nowhere"])
def test_a_page_without_a_session_is_refused(desk, path):
    assert desk.browser.get(path).status_code == 403


def test_the_printed_address_opens_the_desk(desk):
    answer = desk.browser.get(f"/enter/{desk.door.token}")

    assert answer.status_code == 200
    assert answer.address == "/id/"


def test_the_printed_address_works_once(desk):
    desk.enter()
    desk.browser.cookies.clear()

    assert desk.browser.get(f"/enter/{desk.door.token}").status_code == 403


def test_a_second_try_does_not_end_the_session(desk):
    browser = desk.enter()
    browser.get(f"/enter/{desk.door.token}")

    assert browser.get("/id/").status_code == 200


def test_a_wrong_token_opens_nothing_and_spoils_nothing(desk):
    assert desk.browser.get("/enter/wrong").status_code == 403
    assert desk.browser.get(f"/enter/{desk.door.token}").status_code == 200


def test_the_cookie_is_strict_and_hidden_from_script(desk):
    answer = desk.browser.get(f"/enter/{desk.door.token}", follow_redirects=False)

    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 303
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert desk.door.token not in cookie


@pytest.mark.parametrize("host", ["localhost:8011", "127.0.0.1", "127.0.0.1:8012", "evil.example", ""])
def test_another_host_name_is_refused(desk, host):
    desk.enter()

    assert desk.browser.get("/id/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_the_desk_shows_and_takes_forms_alone(desk, method):
    desk.enter()

    assert desk.browser.request(method, "/id/").status_code == 405


def test_an_idle_session_ends(desk):
    browser = desk.enter()
    desk.clock.now += IDLE + 1

    assert browser.get("/id/").status_code == 403


def test_a_used_session_ends_after_half_a_day(desk):
    browser = desk.enter()
    statuses = []
    while desk.clock.now <= LONGEST:
        desk.clock.now += IDLE - 1
        statuses.append(browser.get("/en/counts").status_code)

    assert statuses[:-1] == [200] * (len(statuses) - 1)
    assert statuses[-1] == 403


def test_a_broken_cookie_is_no_session(desk):
    desk.enter()
    [name] = desk.browser.cookies
    desk.browser.cookies.clear()

    assert desk.browser.get("/id/", headers={"cookie": f'{name}="\x01; =;;'}).status_code == 403


@pytest.mark.parametrize("site", ["same-site", "cross-site", "None", "", "none, same-origin"])
@pytest.mark.parametrize("path", ["/id/", "/static/suluh.css"])
def test_what_a_page_from_elsewhere_calls_is_refused(desk, site, path):
    desk.enter()

    assert desk.browser.get(path, headers={"sec-fetch-site": site}).status_code == 403


def test_a_page_from_elsewhere_does_not_spend_the_printed_address(desk):
    assert desk.browser.get(f"/enter/{desk.door.token}", headers={"sec-fetch-site": "cross-site"}).status_code == 403

    assert desk.browser.get(f"/enter/{desk.door.token}", headers={"sec-fetch-site": "none"}).status_code == 200


def test_what_is_typed_in_and_what_the_desk_itself_leads_to_is_answered(desk):
    desk.enter()

    sites = ("none", "same-origin")
    assert [desk.browser.get("/id/", headers={"sec-fetch-site": site}).status_code for site in sites] == [200, 200]


def test_the_cookie_has_another_name_at_every_start(open_desk):
    names = set()
    for desk in (open_desk(), open_desk()):
        names.update(desk.enter().cookies)

    assert len(names) == 2
    assert all(name.startswith("suluh-8011-") for name in names)


def test_the_desk_refuses_in_both_languages(desk):
    said = [desk.browser.get("/enter/wrong").text, desk.browser.get("/", headers={"host": "evil.example"}).text]
    said += [
        desk.browser.get("/", headers={"sec-fetch-site": "cross-site"}).text,
        desk.browser.request("PUT", "/").text,
    ]

    assert [("meja ini" in text, "this desk" in text) for text in said] == [(True, True)] * 4


@pytest.mark.parametrize("is_in", [True, False])
@pytest.mark.parametrize("path", PLACES)
def test_every_answer_carries_the_headers(desk, path, is_in):
    if is_in:
        desk.enter()

    headers = desk.browser.get(path, follow_redirects=False).headers

    assert {name.decode(): headers.get(name.decode()) for name, _ in HEADERS} == {
        name.decode(): value.decode() for name, value in HEADERS
    }


def test_the_policy_allows_no_script_and_nothing_from_elsewhere(desk):
    policy = desk.browser.get("/").headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
