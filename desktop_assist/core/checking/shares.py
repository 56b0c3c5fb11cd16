"""How common letters, words and pairs of letters are in what agents write.

Measured over the labelled corpus and the starter packs, Chinese and English together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

# The Chinese letters of the corpus and the starter packs, the commonest first.
_LETTERS = (
    "您的一我不了是这好有看给就个。到没要下发款以可用能在们你来天会上说单退别问都话也点请那货里"
    "时人先亲收号家过得后价再行还对着子回去自意为么快多哈已码换出想拍心两包小三品跟打买手帮理接"
    "和大开面经次机吗把最前费件系电评付实改分事真己谢补装等哪放店题边方吧找歉图定差送地按新订水"
    "加台平五抱色明样写合安保关服全同页商让十便客递解今第照动直提生字选现重成欢量留二块信复内正"
    "年头老什因常名证更卡师进果感完起寄清少吃张算排错查做道只钱间期很身比库光确宝记诉告运随慢报"
    "急月通管满票晚带日、法元度活核高数门哦烦支口工需箱片白仓中情谁适账主思麻洗位百办址转试掉配"
    "长穿周当拿才啦傅金条喜呢线申质建处认赔尺半截修怎物预统议太走备原体咱如视但听知眼又准几种批"
    "规刚花儿由底签验网格讲懂标取气四红迎反挑售坏领结牌楚候额注见链步星微呀泡器份车本交公干路八"
    "外钟检早频国东无他联应推显马作医扣户顺空或爱班之妈毛填示贴返午七券皮录治免节持啊入员非临消"
    "宜卖级聊漏怪表受西米喝印约担久考书该些计鞋祝住拆六啥料邮调测音遍优每颜务病任答程登友裹双特"
    "响于压乐衣购超区板味紧向零防版充影赠效低茶教铺式课密减脚药愿私假较觉拉流然姐孩热断场它所右"
    "目代斤惠够型套怕银专叫称温朋黑九细荐贵指何顾晒业声站刷奶风学必近详整绝尾扫嘛袋息礼屏架偏决"
    "敢盒血催油丝死猫权般制承左垫灯求存湿戴部"
)

# The same of English words.
_WORDS = (
    "the you it is to your for and in on we with of dear that if not one so can it's have at no "
    "please this me be sorry our don't order from back by are i'm will as about or days do i'll "
    "can't send friend us i've my was what thank like refund has time hi two here now number "
    "right would but that's up need see new tell parcel before just first there all only out "
    "free card name ask today buyer again hello take know return get good how day could box too "
    "never then wrong want more write any thanks pay should because code left open i'd may "
    "which photo customs keep size price three mail isn't check way same when an until help "
    "answer read label look nothing xx after still them been go address use anything got shop "
    "they put page asked you're sure shipping last within bank let goes give courier tracking "
    "says next won't fine wait customer delivery both mr under make say ok must already happy "
    "money well small message we'll date off sent leave app tomorrow case yes morning told "
    "you'll did full ship find shall takes item doesn't second phone line account kind change "
    "invoice every payment once regards problem comes chat id we're post better yours warehouse "
    "there's mm other since side needs who said gift through cm another why had question try "
    "ships choose team does even hours than you'd down stock bag old shows really late charge "
    "set made week work works between its carrier warranty he nobody colour usually fits "
    "missing cost without model hold stop lid come done paid cancel checked unfortunately else "
    "whatever were password add everything we've th friday hand reply understand inside monday "
    "over something ring little orders business fault yet guarantee am form mind closed sir "
    "didn't link promise buy point broken exchange think long working waiting note bad photos "
    "changed enough show part end looks checkout offer years ever people express xl minutes "
    "received fit always year asking here's hope claim drop maybe driver shipped away ten "
    "confirm call xxl home feel own accept door normal com ms sold bit light guaranteed twice "
    "love her you've four rather attached hard best fee either replacement correct plug picture "
    "she half wrote going nice video short pick till qq very times hear tonight parcels "
    "included though sunday worry whole office came cover expect opened thursday found country"
)
# The same of Chinese letters that stand side by side, two by two.
_PAIRS = (
    "我们给您可以的话您的这个自己一下您好不是没有不用您看一个抱歉是我问题不会帮您就是这款不能不好不了快递我给今天您说已经给我什么您要师傅看看平台就行收到订单第一还是退款那个一次这边"
    "电话意思的是不要是您您这建议跟您地址就好直接要是麻烦我帮我不运费的那一点好评好意关系怎么您一手机是不下单客服不过看到找我我这让您都不现在一样出来分钟给你您自时候清楚那边没关申请"
    "仓库您不因为小时您先知道也没时间可能个月视频告诉便宜系统评价也不我看您可到您不行谢您付款这么好了正常您别回来不到哈哈我就明天方便到了我也合适单号说的您换跟我孩子话我的事就不好的"
    "处理这样截图谢谢对不一张两个马上退货放心请您东西确实看不喜欢联系个人您是您家三天发您您那就能您退您补需要先别没事安装医生用的到的就别都能尺码为您颜色也是诉我说明确认链接包装的时"
    "们不五星这是有点要不一天核对发票检测发我了一不上差评满意您问七天备注页面理解发的的我又不不懂签收要的您发收货商品别的我一里有发货价格身份是你您留赠品一般了我还有一起能不我说照片"
    "自动影响差价过了活动朋友份证真的了就退回密码宝宝说了您拍店里我来都没您在我没坏了我先免费包裹微信最后们家这种我把来的们的支持保修打包三个第二上门新的随时补发有的店铺厘米不敢那么"
    "您放下来寄回都是会有错了觉得一定是这过来有一上的我发今晚昨天两天您打那款但是换新都有烦您之前了也也能客户在订一遍售后哪个机器能用如果不清天内大概在这的地聊天支付一条试试来了的不"
    "您再的问看了吊牌款的不起不合多少显示发出理由不对去了左右任何买家你这下就推荐家里安排一分想要这里登记一声记录优惠的都回复身高别人实在留着质量我去您选也可说一账号办法了您们店点前"
    "不退也行下午这单没了慢慢退您我再您把规定对吧买的感谢坏的拍一只能详情家的着急短信提醒到货尺寸舒服地方了还预计不想请先不买应该投诉意的二十没法有没过去发给一件亲亲了不天就安全以退"
    "卡号送您欢迎不收"
)


def _falling(first: float, fall: float, ranked: Iterable[str]) -> dict[str, float]:
    """A share for each of `ranked`: `first` divided by its rank and `fall` (Zipf's law)."""
    return {one: first / (rank + fall) for rank, one in enumerate(ranked)}


RARE = 0.00008
"""The share of a letter that has none of its own."""
OF_LETTERS = _falling(0.17, 10.0, _LETTERS)
OF_LETTERS |= {" ": 0.15, ",": 0.04} | dict.fromkeys("etaoinsrhl", 0.05)
OF_LETTERS |= dict.fromkeys("dcumfpgwybvkxjqz0123456789.?!:;~", 0.01)
_OF_WORDS = _falling(0.017, 2.6, _WORDS.split())
_OF_PAIRS = _falling(0.026, 13.0, map("".join, zip(_PAIRS[::2], _PAIRS[1::2], strict=True)))
_MOST_OF_OTHER_PAIRS = 0.00008
_BESIDE_ANOTHER = 0.1
"""A letter stands beside a certain other one at most so often, where the pair is not listed."""

# A space beside a word adds nothing to it.
_PIECE = re.compile(r"[a-z']+|[^a-z' ]|(?<![a-z']) +(?![a-z'])")
_LETTERS_TOGETHER = 0.9
_TOGETHER = 0.7
"""What stands side by side does so more often than chance has it."""
_LETTERS_A_WORD = 5


@lru_cache(maxsize=32768)
def share_of_text(text: str) -> float:
    """Roughly at which share of the places of a message the folded `text` stands."""
    share, before, of_before = 1.0, "", 1.0
    for piece in _PIECE.findall(text):
        latin = _is_latin(piece)
        of_piece = (
            _share_of_latin(piece, begins=f" {piece}" in text, ends=f"{piece} " in text)
            if latin
            else OF_LETTERS.get(piece, RARE)
        )
        if not before:
            share = of_piece
        elif before > "z" < piece:
            share *= _share_of_pair(before + piece, of_before, of_piece) / of_before
        else:
            share *= min(1.0, of_piece * _LETTERS_A_WORD if latin else of_piece) ** _TOGETHER
        before, of_before = piece, of_piece
    return share


def _share_of_pair(pair: str, of_first: float, of_second: float) -> float:
    known = _OF_PAIRS.get(pair)
    return known or min(_MOST_OF_OTHER_PAIRS, _BESIDE_ANOTHER * min(of_first, of_second))


@lru_cache(maxsize=8192)
def _share_of_latin(piece: str, *, begins: bool, ends: bool) -> float:
    """The share of the words of which `piece` may be a part, or that of its letters."""
    by_letters = math.prod(OF_LETTERS.get(letter, RARE) for letter in piece)
    of_words = sum(
        share
        for word, share in _OF_WORDS.items()
        if piece in word
        and (not begins or word.startswith(piece))
        and (not ends or word.endswith(piece))
    )
    return max(of_words, by_letters**_LETTERS_TOGETHER)


def _is_latin(piece: str) -> bool:
    return "a" <= piece[0] <= "z" or piece[0] == "'"
