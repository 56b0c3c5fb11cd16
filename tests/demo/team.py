"""A team's channel for the pictures: a lead who has published a pack twice, and an agent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from tests.demo.scene import Scene
from tests.e2e.stage.programs import product_command


@dataclass(frozen=True, slots=True)
class Team:
    """`before` and `after` are the two versions: by its id, a reply's title and text."""

    channel: str
    lead: str
    pack: str
    category: str
    notes: str
    before: Mapping[str, tuple[str, str]]
    after: Mapping[str, tuple[str, str]]


CHINESE_TEAM = Team(
    "小林家客服",
    "王芳",
    "双十二活动",
    "活动",
    "发货时间改了，加了一条保价",
    {
        "ship": ("活动什么时候发货", "亲，活动订单三天内发出，请您放心。"),
        "coupon": ("优惠券怎么用", "下单时会自动抵扣，您看一下实付金额就可以啦🌷"),
        "extend": ("活动延长了吗", "活动延长到十五号，请您慢慢挑。"),
    },
    {
        "ship": ("活动什么时候发货", "亲，活动订单两天内发出，发出后有短信通知。"),
        "coupon": ("优惠券怎么用", "下单时会自动抵扣，您看一下实付金额就可以啦🌷"),
        "price": ("活动后降价怎么办", "活动结束后十五天内降价，我们为您退差价。"),
    },
)
ENGLISH_TEAM = Team(
    "Linden & Co",
    "Anna",
    "June sale",
    "Sale",
    "New shipping time, and a reply about later discounts",
    {
        "ship": ("When sale orders ship", "Sale orders leave us within three working days."),
        "code": ("How to use a code", "Enter the code at the checkout; the total changes at once."),
        "longer": ("Is the sale longer?", "The sale runs until the fifteenth, so take your time."),
    },
    {
        "ship": (
            "When sale orders ship",
            "Sale orders leave us within two working days, and you get a message when they do.",
        ),
        "code": ("How to use a code", "Enter the code at the checkout; the total changes at once."),
        "price": ("Cheaper afterwards", "Within fifteen days we refund the difference to you."),
    },
)


def join_team(scene: Scene, team: Team) -> None:
    """The scene's agent follows the team's channel, and has its second version."""
    share = str(scene.desktop.folder / "share" / "chat")
    _lead(scene, "create", team.channel, share, "--lead", team.lead)
    _publish(scene, team, team.before, "")
    invite = _lead(scene, "invite").strip()
    _done(scene.assist.command("channel", "subscribe", invite).returncode)
    _publish(scene, team, team.after, team.notes)
    _done(scene.assist.command("channel", "sync").returncode)


def _publish(scene: Scene, team: Team, replies: Mapping[str, tuple[str, str]], notes: str) -> None:
    folder = scene.desktop.folder / "sale"
    (folder / "snippets").mkdir(parents=True, exist_ok=True)
    # What is written as JSON is YAML as well; the version alone needs a line of its own.
    title = msgspec.json.encode(team.pack).decode()
    manifest = f'format: 1\nid: sale\nversion: "{1 + bool(notes)}"\ntitle: {title}\n'
    (folder / "pack.yaml").write_text(manifest, "utf-8")
    snippets = [
        {"id": name, "title": title, "category": [team.category], "body": body}
        for name, (title, body) in replies.items()
    ]
    written = msgspec.json.encode({"format": 1, "snippets": snippets})
    (folder / "snippets" / "sale.yaml").write_bytes(written)
    _lead(scene, "publish", str(folder), "--yes", "--notes", notes)


def _lead(scene: Scene, *words: str) -> str:
    home = scene.desktop.folder / "lead"
    done = scene.desktop.run(*product_command(home, "channel", *words))
    _done(done.returncode)
    return done.stdout.decode()


def _done(code: int) -> None:
    if code:
        raise RuntimeError(f"a command of the channel ended with {code}")
