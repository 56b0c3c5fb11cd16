"""From an agent to the lead and back: proposed, looked at, taken or declined, answered."""

from __future__ import annotations

import datetime
import os
import shutil
from functools import partial
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.proposals.answer import Answer
from desktop_assist.channel.proposals.lead_desk import open_lead_desk
from desktop_assist.channel.proposals.letter import opened, public_key, sealed
from desktop_assist.channel.proposals.outbox import Outbox
from desktop_assist.channel.proposals.proposal import (
    Proposal,
    new_wish,
    withdrawal_wish,
)
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, finds_nothing, now, write_pack
from tests.unit.proposal_stage import (
    BYE,
    HELLO,
    REPLIES,
    changed,
    desk,
    letters,
    outbox,
    source,
    written,
)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.begin(REPLIES)
    return made


def test_a_change_is_seen_taken_published_and_answered(team: Team) -> None:
    mine = outbox(team).propose(changed(HELLO, body="您好呀", code="nh"), " 李雷 ", "更亲切")
    assert mine.is_delivered
    # THEN the lead sees who, why, and each field before and after
    lead = desk(team)
    (seen,) = lead.look([source(team)]).open
    assert (seen.proposal.person, seen.proposal.note) == ("李雷", "更亲切")
    fields = {one.name: (one.base, one.proposed, one.today) for one in seen.fields}
    assert fields == {"body": ("您好", "您好呀", "您好"), "code": ("", "nh", "")}
    assert (seen.problem, seen.conflicts, seen.doubt) == (None, (), None)
    # WHEN it is taken and published
    lead.take(mine.id[:12])
    publisher = team.publisher("王芳")
    from desktop_assist.channel.signed.publisher import Words  # noqa: PLC0415  beside its use

    publisher.publish([publisher.preview(source(team), finds_nothing)], Words())
    team.sync()
    # THEN the team has it, and the agent reads the answer
    assert team.replies()["shop/hello"] == "您好呀"
    (told,) = outbox(team).ask()
    assert told.answer is not None
    assert (told.answer.verdict, told.answer.lead) == ("taken", "王芳")
    assert lead.look().open == ()
    assert [one.id for one in lead.look().answered] == [mine.id]


def test_a_declined_one_comes_back_with_its_reason_and_changes_nothing(team: Team) -> None:
    mine = outbox(team).propose(withdrawal_wish("shop", "1", BYE), "李雷", "没人用")
    before = (source(team) / "snippets" / "replies.yaml").read_bytes()
    with pytest.raises(AssistError, match="with a reason"):
        desk(team).decline(mine.id, "  ")
    desk(team).decline(mine.id, "老顾客还在用")
    (told,) = outbox(team).ask()
    assert told.answer is not None
    assert (told.answer.verdict, told.answer.because) == ("declined", "老顾客还在用")
    assert (source(team) / "snippets" / "replies.yaml").read_bytes() == before
    # AND what is answered stays answered
    with pytest.raises(AssistError, match="no proposal"):
        desk(team).take(mine.id, source(team))


def test_a_new_reply_joins_those_of_its_category_under_a_free_id(team: Team) -> None:
    own = Snippet(
        id="hello",
        title="催付",
        category=("售前",),
        body="亲，{{ when }}前付款就能发出",
        fields=(Field(name="when", label="时间"),),
        image="images/x.png",
        hotkey="ctrl+1",
        send=True,
        ignore={"ad.lowest": "x"},
    )
    mine = outbox(team).propose(new_wish("shop", "1", own), "李雷", "")
    lead = desk(team)
    (seen,) = lead.look([source(team)]).open
    # THEN no picture, hotkey, sending or overlooking travels
    assert not {"image", "hotkey", "send", "ignore"} & {one.name for one in seen.fields}
    assert seen.faults == ()
    lead.take(mine.id)
    assert list(written(team)) == ["hello", "bye", "hello-2"]
    assert written(team)["hello-2"].fields == own.fields


def test_line_ends_of_windows_travel_as_they_are(team: Team) -> None:
    mine = outbox(team).propose(changed(HELLO, body="一\r\n二\r\n"), "李雷", "好\r\n的")
    desk(team).take(mine.id, source(team))
    assert written(team)["hello"].body == "一\r\n二\r\n"
    assert written(team)["bye"] == BYE


def test_taking_a_withdrawal_removes_the_reply_alone(team: Team) -> None:
    mine = outbox(team).propose(withdrawal_wish("shop", "1", BYE), "李雷", "没人用")
    desk(team).take(mine.id, source(team))
    assert list(written(team)) == ["hello"]


def test_a_conflict_is_told_and_taken_only_on_purpose(team: Team) -> None:
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    write_pack(source(team), "shop", {**REPLIES, "hello": "欢迎光临"})
    lead = desk(team)
    (seen,) = lead.look([source(team)]).open
    assert seen.conflicts == ("body",)
    assert seen.fields[0].today == "欢迎光临"
    with pytest.raises(AssistError, match="has changed the same since: body"):
        lead.take(mine.id)
    assert written(team)["hello"].body == "欢迎光临"
    lead.take(mine.id, over=True)
    assert written(team)["hello"].body == "您好呀"


def test_the_checker_and_lint_look_at_what_would_come(team: Team) -> None:
    outbox(team).propose(changed(HELLO, body="全网最低 {{ nobody }}", code="kf"), "李雷", "")
    write_pack(source(team), "shop", {"bye": "再见"}, extra=", code: KF")
    text = (source(team) / "snippets" / "replies.yaml").read_text("utf-8")
    more = '  - {id: hello, title: hello, category: [售前], body: "您好"}\n'
    (source(team) / "snippets" / "replies.yaml").write_text(text + more, "utf-8")
    (seen,) = desk(team).look([source(team)]).open
    assert [one.text for one in seen.findings] == ["最低"]
    told = " ".join(map(str, seen.faults))
    assert "which nobody fills" in told
    assert "also belongs to “bye”" in told


def test_without_a_way_into_the_inbox_it_waits_and_goes_as_a_file(team: Team) -> None:
    blocker = team.share / "inbox"
    blocker.write_text("in the way")
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    assert not mine.is_delivered
    assert "is kept on this computer" in str(mine.problem)
    assert "save it as a file" in str(mine.problem)
    file = team.base / "sent.json"
    outbox(team).save(mine.id, file)
    with pytest.raises(AssistError, match="is in the way"):
        outbox(team).save(mine.id, file)
    # WHEN the lead takes it from the file, the agent reads the answer all the same
    blocker.unlink()
    lead = desk(team)
    assert lead.receive([file]) == ()
    assert [one.id for one in lead.look().open] == [mine.id]
    lead.take(mine.id, source(team))
    (told,) = outbox(team).ask()
    assert told.answer is not None
    # AND what waits is delivered by the next try
    assert [one.is_delivered for one in outbox(team).deliver()] == [True]
    assert outbox(team).deliver() == ()


def test_on_a_web_server_a_proposal_goes_as_a_file(team: Team) -> None:
    file = team.agent.subscription_file
    address = str(team.share).encode()
    file.write_bytes(file.read_bytes().replace(address, b"https://example.com/x"))
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    assert "on a web server" in str(mine.problem)
    assert str(mine.problem).endswith("Save it as a file and send that to your lead.")
    outbox(team).save(mine.id, team.base / "sent.json")
    assert desk(team).receive([team.base / "sent.json"]) == ()


def test_a_share_that_is_not_connected_gets_no_folder_in_its_place(team: Team) -> None:
    away = team.base / "away"
    team.share.rename(away)
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    assert "is not there" in str(mine.problem)
    assert not team.share.exists()
    away.rename(team.share)
    assert [one.is_delivered for one in outbox(team).deliver()] == [True]


def test_a_bucket_takes_proposals_as_well(tmp_path: Path) -> None:
    team = Team(tmp_path, f"memory://{tmp_path.name}")
    team.begin(REPLIES)
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    assert mine.is_delivered
    desk(team).take(mine.id, source(team))
    (told,) = outbox(team).ask()
    assert told.answer is not None


def test_only_a_lead_of_the_pack_s_team_takes_it(team: Team) -> None:
    team.invite("韩梅", "vip")
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    other = desk(team, "韩梅")
    (seen,) = other.look([source(team)]).open
    assert "belongs to the team “main”" in str(seen.problem)
    with pytest.raises(AssistError, match="belongs to the team"):
        other.take(mine.id)
    assert written(team)["hello"].body == "您好"
    # AND what one lead has answered is answered for the other, who looks without the first's files
    desk(team).take(mine.id, source(team))
    assert other.look().open == ()


def test_a_name_that_comes_with_two_keys_is_pointed_out(team: Team) -> None:
    outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    (team.agent.path / "agent.key").unlink()
    outbox(team).propose(changed(BYE, body="再见呀"), "李雷", "")
    assert all("different keys" in str(one.doubt) for one in desk(team).look().open)


@pytest.mark.parametrize(
    ("wish", "person", "note", "sentence"),
    [
        (changed(HELLO, body="a"), " ", "", "the name in it is empty"),
        (changed(HELLO, body="a"), "李" * 61, "", "longer than 60"),
        (changed(HELLO, body="a"), "李\u202e雷", "", "the name in it"),
        (changed(HELLO, body="a"), "李雷", "x" * 2001, "the note is longer"),
        (changed(HELLO, body="a\x1b[2J"), "李雷", "", "signs in it that cannot be seen"),
        (changed(HELLO, body="a" * 200_001), "李雷", "", "too long"),
        (withdrawal_wish("shop", "1", BYE), "李雷", " ", "gives no reason"),
    ],
)
def test_what_the_lead_could_not_take_is_not_sent(
    team: Team, wish: Proposal, person: str, note: str, sentence: str
) -> None:
    with pytest.raises(AssistError, match=sentence):
        outbox(team).propose(wish, person, note)
    assert letters(team) == []
    assert outbox(team).mine() == ()


def test_nothing_that_differs_is_no_proposal() -> None:
    with pytest.raises(AssistError, match="nothing to propose"):
        changed(HELLO, image="images/a.png", hotkey="f1", send=True)


def test_an_answer_counts_only_with_a_lead_s_key(team: Team) -> None:
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    stranger = CryptoSigner.generate_ed25519()
    answer = Answer(
        proposal=mine.id,
        channel=team.made.invite.fingerprint,
        verdict="declined",
        because="x",
        lead="王芳",
        at=now(),
    )
    (team.share / "answers").mkdir()
    file = team.share / "answers" / f"{mine.id}.json"
    for data in (sealed("answer", answer, stranger), b"x", b"x" * 300_000):
        file.write_bytes(data)
        if len(data) < 200_000:
            assert outbox(team).ask()[0].answer is None
        assert [one.id for one in desk(team).look().open] == [mine.id]
    # AND a real answer to one proposal is none to another
    other = outbox(team).propose(changed(BYE, body="再见呀"), "李雷", "")
    desk(team).decline(other.id, "不")
    shutil.copy(team.share / "answers" / f"{other.id}.json", file)
    assert {one.id: one.answer is None for one in outbox(team).ask()} == {
        mine.id: True,
        other.id: False,
    }


def test_a_letter_says_nothing_of_the_computer_and_one_key_signs_all(team: Team) -> None:
    outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    outbox(team).propose(changed(BYE, body="再见呀"), "李雷", "")
    read = [opened(one.read_bytes(), "proposal", Proposal, 10_000) for one in letters(team)]
    assert len({one.key for one in read}) == 1
    for file in letters(team):
        assert os.uname().nodename not in file.read_text("utf-8")
    key = team.agent.path / "agent.key"
    assert key.stat().st_mode & 0o077 == 0
    key.write_bytes(b"damaged")
    with pytest.raises(AssistError, match="is damaged"):
        outbox(team).propose(changed(HELLO, body="x"), "李雷", "")


def test_without_a_lead_s_key_nothing_is_answered(team: Team) -> None:
    with pytest.raises(AssistError, match="no lead's key"):
        open_lead_desk(ChannelFolder(team.agent.path), finds_nothing, now)


def test_a_source_that_cannot_be_changed_alone_is_left_as_it_is(team: Team) -> None:
    mine = outbox(team).propose(withdrawal_wish("shop", "1", BYE), "李雷", "没人用")
    file = source(team) / "snippets" / "replies.yaml"
    # GIVEN a dash on a line of its own, which is sound YAML, and rare
    text = file.read_text("utf-8").replace("  - {id: bye", "  -\n    {id: bye")
    file.write_text(text, "utf-8")
    assert list(written(team)) == ["hello", "bye"]
    with pytest.raises(AssistError, match="without touching more"):
        desk(team).take(mine.id, source(team))
    # THEN nothing has changed, and what the lead then does by hand can be answered
    assert file.read_text("utf-8") == text
    write_pack(source(team), "shop", {"hello": "您好"})
    desk(team).take(mine.id)
    assert desk(team).look().open == ()


def test_the_newest_stands_first_whatever_the_zone_of_its_clock(team: Team) -> None:
    for hours, body in ((8, "一"), (-8, "三"), (0, "二")):
        zone = datetime.timezone(datetime.timedelta(hours=hours))
        at = now() + datetime.timedelta(minutes="一二三".index(body))
        writer = Outbox(team.agent, partial(at.astimezone, zone))
        writer.propose(changed(HELLO, body=body), "李雷", "")
    assert [one.proposal.changes[0].proposed for one in outbox(team).mine()] == ["三", "二", "一"]
    assert [one.fields[0].proposed for one in desk(team).look().open] == ["三", "二", "一"]


def test_a_letter_of_one_s_own_that_is_damaged_costs_only_itself(team: Team) -> None:
    mine = outbox(team).propose(changed(HELLO, body="您好呀"), "李雷", "")
    sent = team.agent.path / "proposals" / "sent"
    (sent / f"{'0' * 64}.json").write_bytes(b"half")
    assert [one.id for one in outbox(team).mine()] == [mine.id]
    assert outbox(team).deliver() == ()


def test_keys_of_two_letters_differ_only_where_their_makers_do() -> None:
    one, two = CryptoSigner.generate_ed25519(), CryptoSigner.generate_ed25519()
    first, second, third = (sealed("usage", {"a": 1}, key) for key in (one, one, two))
    assert first == second != third
    assert public_key(one) != public_key(two)
