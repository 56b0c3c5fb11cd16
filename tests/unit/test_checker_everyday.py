"""What agents write a hundred times a day is left alone, however short it is."""

from __future__ import annotations

import pytest

from desktop_assist.bundled import resources
from desktop_assist.core.checking.checker import Checker
from desktop_assist.core.checking.levels import blocking
from desktop_assist.packs.rules import load_rules

RULESET = load_rules([resources() / "rules"]).ruleset
CHECKER = Checker(RULESET)

# None of these stands in the corpora, so that the second opinion has not learnt them by heart.
EVERYDAY = (
    "您忙 棉麻的 两米宽 蓝色有 周三补货 送俩 稍微等等哈 已经寄走啦 这就帮您看 拍好了哦 "
    "给您留着 券发您啦 您先用着 到了喊我 下午三点到 可以水洗 有L码 包装好了 周一见 祝您好胃口"
).split()
POLITE = (
    "您好，您的订单今天发出，预计两天送达，快递单号稍后发给您，感谢您的耐心等待！",
    "您好，您的快递今天已经发出了，预计后天到，请保持电话畅通。",
    "您好，您要的尺码有货，今天下单明天发。",
    "您好，发票已经开好，发到您的邮箱了，请您查收。",
    "您好，仓库今天盘点，您的订单明天上午发出，给您添麻烦了。",
    "We have received your return and the refund is on its way.",
    "Hello Anna, the blue one is back in stock on Monday. Would you like me to reserve one?",
)
BURIED = (
    "您好，包裹昨天就到驿站了，短信也发了，自己不去拿还来问我们，真是服了",
    "亲，感谢您的支持，活动页面写得很清楚，您要是看不懂字我也没办法",
    "您好，我们家的枕头用的是天然乳胶，睡一个月颈椎病就能好，很多老顾客都这么说",
    "亲，这边发不了视频，您加一下我的微信，我把安装过程完整发给您看",
)


@pytest.mark.parametrize("reply", [*EVERYDAY, *POLITE])
def test_an_everyday_reply_is_left_alone(reply: str) -> None:
    assert CHECKER.check(reply) == []


@pytest.mark.parametrize("reply", BURIED)
def test_one_bad_sentence_in_a_long_polite_reply_is_found(reply: str) -> None:
    assert CHECKER.check(reply)


@pytest.mark.parametrize(
    "reply",
    ["威信县那边也能到", "这个加V的意思是V领加绒", "We have no Telegram or WhatsApp group."],
)
def test_a_name_or_a_denial_leads_nobody_away(reply: str) -> None:
    assert "diversion" not in {one.family for one in CHECKER.check(reply)}


def test_a_chinese_rule_that_names_a_law_links_to_its_text() -> None:
    named = [one.rule for one in RULESET.rules if "法》" in one.rule.why]

    assert len(named) >= 10
    for rule in named:
        assert rule.link.startswith(("https://www.gov.cn/", "http://www.npc.gov.cn/")), rule.id


@pytest.mark.parametrize(
    "reply",
    [
        "Insert the SIM card here, then close the lid.",
        "Name tags [Alpha] and [Beta] are in the box.",
        "[Onlooker] it sold out in a minute",
        "长按[Home]就能回到桌面",
        "***限时***今晚八点开始",
    ],
)
def test_what_may_be_a_blank_and_may_not_never_holds_a_reply_back(reply: str) -> None:
    # A blank cannot be overruled: who means what stands there could never send it.
    assert blocking(CHECKER.check(reply)) == []


@pytest.mark.parametrize(
    "reply",
    [
        "Call <<rep_phone>> now",
        "Lesson with TEACHER_NAME today",
        "发货仓：待填",
        "活动MM月DD日开始",
    ],
)
def test_a_blank_of_a_template_holds_a_reply_back(reply: str) -> None:
    assert blocking(CHECKER.check(reply))


@pytest.mark.parametrize(
    "reply", ["老东西，手抖成那样", "傻子都会，就你不会", "少在这儿狗叫，货不卖你了"]
)
def test_an_insult_is_one_whatever_follows(reply: str) -> None:
    assert "abuse" in {one.family for one in CHECKER.check(reply)}
