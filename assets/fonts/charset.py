"""Writes the lists of characters to which the bundled fonts are cut down:
gbk.txt, gb2312.txt, serif.txt and emoji.txt in the working directory."""

SYMBOL_BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin, with the accents of Pinyin
    (0x01CD, 0x01DC), (0x02C6, 0x02DD), (0x0391, 0x03C9), (0x0401, 0x0451),
    (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF),
    (0x2100, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF),
    (0x2460, 0x24FF), (0x2500, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF),
    (0x2E80, 0x2EF3), (0x3000, 0x303F), (0x3041, 0x30FF), (0x3105, 0x312F),
    (0x3200, 0x32FF), (0x3300, 0x33FF), (0xFE10, 0xFE19), (0xFE30, 0xFE6B),
    (0xFF01, 0xFFEE), (0xFFFD, 0xFFFD),
]


def double_byte(codec):
    """Every character that a two-byte Chinese codec can say."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.update(bytes([lead, trail]).decode(codec))
            except UnicodeDecodeError:
                pass
    return found


symbols = {chr(c) for low, high in SYMBOL_BLOCKS for c in range(low, high + 1)}
# Characters of the national list of 2013 (names of people and places) that GBK lacks, basic plane only.
names = set("㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮")
emoji = set("😀😁😂😃😄😅😆😇😉😊😋😌😍😎😏😐😑😒😓😔😕😖😘😙😚😛😜😝😞😟😠😡😢😣😤😥😦😧😨😩😪😫😬😭😮😯😰😱😲😳😴😵😶😷🙁🙂🙃🙄🤐🤑🤒🤓🤔🤕🤗🤝🤞🤡🤢🤣🤤🤥🤦🤧🤨🤩🤪🤫🤬🤭🤮🤯🤷🥰🥱🥲🥳🥴🥵🥶🥹🥺🧐😈👿💀👻👽🤖💩🙈🙉🙊🙇🙋🙅🙆🙏👀👂👃👄👅👆👇👈👉👊👋👌👍👎👏👐✊✋✌☝🤙🤘🤟🤏🖐🫶🫡🫠🫣🫢🤲🙌💪🧡💛💚💙💜🖤🤍🤎❤💔💕💖💗💘💝💞💟❣💋💌💯💢💥💦💨💤💬💭🌹🌺🌸🌷🌻🌼💐🍀🌿🍵☕🍺🍻🥂🍰🎂🍎🍊🍉🍓🍚🍜🍖🍗🔥⭐🌟✨⚡☀🌙🌈☁☔❄🎉🎊🎁🎈🏆🥇🎵🎶👑💎💰💴💳💸🧧🛒🛍📦🚚🏠🏪📱☎📞💻📷📝📄📅⏰⏱⌛⏳🔔🔍🔑🔒💡📢📣📌📎✅❌❎⭕❗❓⚠🚫🔴🟢🟡🔵⚪⚫👶👦👧👨👩👴👵👮👷👸🐶🐱🐰🐻🐼🐷🐮🐯🐵🐔🐟🐉🆗🆕🆒🆓🔝🔙🔜➕➖✔✖♻🚀✈🚗🏃💃🕺🛌👔👗👕👖👟👠👜💄💊🏥😻😹↩↪▶⏩⏪⏸⏹🔄🔁🔃🎯🎓🎮📊📈📉📋📖📚🗑✏🖊🧘🧓🙎🙍💁🤵🛎☂🎭🔧⚙🔊🔇🎤🎧🖼⌨🖱➡⬅⬆⬇☑✳❇")
# Everyday talk that GB2312 lacks.
talk = set("啰嘚瞅噶咗唔嗯哒嘛喵呗咯啵咔咚嗨嘞囧槑靓喆堃淼昇珺玥晞旻祎赟镕邨")
gb2312 = double_byte("gb2312") | talk


def write(name, characters):
    with open(name, "w", encoding="utf-8") as out:
        out.write("".join(sorted(characters)))


write("gbk.txt", double_byte("gbk") | gb2312 | symbols | names)
write("gb2312.txt", gb2312 | symbols)
write("serif.txt", gb2312 | {chr(c) for c in range(0x20, 0x7F)} | set("·—…“”‘’¥×÷→←①②③④⑤⑥⑦⑧⑨⑩✓"))
write("emoji.txt", emoji)
