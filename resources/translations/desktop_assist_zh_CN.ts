<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Action</name>
    <message>
        <source>Check the draft</source>
        <translation>检查草稿</translation>
    </message>
    <message>
        <source>Find a reply</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Next message of the reply</source>
        <translation>粘贴下一条消息</translation>
    </message>
    <message>
        <source>Panel beside the chat</source>
        <translation>聊天旁的面板</translation>
    </message>
    <message>
        <source>Pause hotkeys</source>
        <translation>暂停快捷键</translation>
    </message>
    <message>
        <source>Quick slot {number}</source>
        <translation>快捷位 {number}</translation>
    </message>
    <message>
        <source>Suggest for the message copied or selected</source>
        <translation>为复制或选中的消息推荐</translation>
    </message>
    <message>
        <source>Welcome message</source>
        <translation>欢迎语</translation>
    </message>
</context>
<context>
    <name>ActionBar</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Message {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Pastes the next message only; the others wait for their turn</source>
        <translation>只粘贴下一条，其余的依次等候</translation>
    </message>
    <message>
        <source>Pastes the reply into the chat window</source>
        <translation>把话术粘贴到聊天窗口</translation>
    </message>
    <message>
        <source>Puts the reply on the clipboard</source>
        <translation>把话术放到剪贴板</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>often after “{title}”</source>
        <translation>常接在“{title}”之后</translation>
    </message>
    <message>
        <source>you picked it for such a message</source>
        <translation>您曾这样回复过类似的消息</translation>
    </message>
</context>
<context>
    <name>BlockedReply</name>
    <message>
        <source>1–9 better wording</source>
        <translation>1–9 换说法</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>E edit</source>
        <translation>E 编辑</translation>
    </message>
    <message>
        <source>Enter paste (Ctrl+Enter while editing) · Esc cancel</source>
        <translation>Enter 粘贴（编辑时按 Ctrl+Enter） · Esc 取消</translation>
    </message>
    <message>
        <source>Esc cancel</source>
        <translation>Esc 取消</translation>
    </message>
    <message>
        <source>Fill in what is missing; no reason can stand in for it.</source>
        <translation>请先填好空缺；写理由也不能跳过。</translation>
    </message>
    <message>
        <source>Mend before pasting</source>
        <translation>先改好再粘贴</translation>
    </message>
    <message>
        <source>Mend for good…</source>
        <translation>修改原话术…</translation>
    </message>
    <message>
        <source>Nothing is wrong with it any more.</source>
        <translation>已经没有问题，可以粘贴了。</translation>
    </message>
    <message>
        <source>Or say why it may go out this time:</source>
        <translation>或者写明这次为什么可以这样发：</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste all the same</source>
        <translation>仍然粘贴</translation>
    </message>
    <message>
        <source>R give a reason</source>
        <translation>R 写理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason: kept on this computer only</source>
        <translation>理由（只保存在本机）</translation>
    </message>
    <message>
        <source>The reply</source>
        <translation>回复内容</translation>
    </message>
    <message>
        <source>“{title}” is not pasted yet: no customer may read it like this.</source>
        <translation>“{title}”还没有粘贴：这样的内容不能发给顾客。</translation>
    </message>
</context>
<context>
    <name>Bundled</name>
    <message>
        <source>Install the program again; your own replies are kept elsewhere.</source>
        <translation>请重新安装本程序；您自己的话术存放在别处，不受影响。</translation>
    </message>
    <message>
        <source>The program&apos;s own folder “{name}” is missing in {place}.</source>
        <translation>{place} 里缺少程序自带的文件夹“{name}”。</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Check the name, or give the text on standard input.</source>
        <translation>请检查文件名，或者从标准输入提供文字。</translation>
    </message>
    <message>
        <source>Choose from: {families}.</source>
        <translation>可以选择：{families}。</translation>
    </message>
    <message>
        <source>Name a file, or pipe the text in.</source>
        <translation>请写上文件名，或用管道把文字传进来。</translation>
    </message>
    <message>
        <source>No rule belongs to the family “{family}”.</source>
        <translation>没有规则属于类别“{family}”。</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and check it again.</source>
        <translation>请另存为 UTF-8，再检查一次。</translation>
    </message>
    <message>
        <source>There is no standard input to read.</source>
        <translation>没有可以读取的标准输入。</translation>
    </message>
    <message>
        <source>family</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text: see line {line}.</source>
        <translation>{file} 不是 UTF-8 文本：见第 {line} 行。</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Alt+C: next category</source>
        <translation>Alt+C：下一个分类</translation>
    </message>
    <message>
        <source>Categories of the replies found</source>
        <translation>找到的话术的分类</translation>
    </message>
    <message>
        <source>Chosen. Press to look everywhere.</source>
        <translation>已选中，按下后查找全部</translation>
    </message>
    <message>
        <source>Press to look only here.</source>
        <translation>按下后只在这里查找</translation>
    </message>
    <message>
        <source>{category}, {count} replies</source>
        <translation>{category}，{count} 条</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>All outcomes</source>
        <translation>全部提示</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Blocks pasting</source>
        <translation>禁止粘贴</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Keyboard devices</source>
        <translation>键盘设备</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不提示</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Only problems</source>
        <translation>只提示问题</translation>
    </message>
    <message>
        <source>Paste as they are</source>
        <translation>原样粘贴</translation>
    </message>
    <message>
        <source>Put a space instead</source>
        <translation>换成空格</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Type Shift+Enter</source>
        <translation>输入 Shift+Enter</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>建议修改</translation>
    </message>
    <message>
        <source>X11</source>
        <translation>X11</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
</context>
<context>
    <name>ChoiceInput</name>
    <message>
        <source>1–9 or first letter</source>
        <translation>1–9 或首字</translation>
    </message>
    <message>
        <source>Please choose one.</source>
        <translation>请选择一项。</translation>
    </message>
</context>
<context>
    <name>Clipboard</name>
    <message>
        <source>Another program holds the clipboard; nothing was pasted.</source>
        <translation>别的程序正占用剪贴板；没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>On Linux, install xclip (X11) or wl-clipboard (Wayland).</source>
        <translation>在 Linux 上，请安装 xclip（X11）或 wl-clipboard（Wayland）。</translation>
    </message>
    <message>
        <source>The clipboard cannot be reached; it is as it was.</source>
        <translation>无法访问剪贴板；剪贴板保持原样。</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>请再试一次。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--home stands without a folder.</source>
        <translation>--home 后面没有写文件夹。</translation>
    </message>
    <message>
        <source>Choose one of: {languages}.</source>
        <translation>请从这些里面选一个：{languages}。</translation>
    </message>
    <message>
        <source>Install what is missing; packaging/bootstrap.py run does it.</source>
        <translation>请安装缺少的组件；运行 packaging/bootstrap.py run 即可。</translation>
    </message>
    <message>
        <source>Make room there, or send it to another place.</source>
        <translation>请腾出空间，或把结果输出到别处。</translation>
    </message>
    <message>
        <source>Name one: --home DIR</source>
        <translation>请写上文件夹：--home DIR</translation>
    </message>
    <message>
        <source>Put it in quotes where there are spaces: --set &apos;NAME=VALUE&apos;</source>
        <translation>有空格时请加引号：--set &apos;名=值&apos;</translation>
    </message>
    <message>
        <source>See how it is used: {program} --help</source>
        <translation>用法请看：{program} --help</translation>
    </message>
    <message>
        <source>Start it on a desktop; the other commands work without one.</source>
        <translation>请在有桌面的环境里启动；其他命令不需要屏幕。</translation>
    </message>
    <message>
        <source>The command was not understood: {reason}.</source>
        <translation>没有看懂这条命令：{reason}。</translation>
    </message>
    <message>
        <source>The result could not be written: {reason}.</source>
        <translation>结果没能写出去：{reason}。</translation>
    </message>
    <message>
        <source>The right reply in the chat window. Without a command it starts in the tray, or opens the palette of the one that runs.</source>
        <translation>把合适的回复放进聊天窗口。不带命令时在托盘启动；已经在运行时，打开它的搜索窗口。</translation>
    </message>
    <message>
        <source>The windows cannot be opened: {reason}.</source>
        <translation>无法打开窗口：{reason}。</translation>
    </message>
    <message>
        <source>There is no screen here for the tray and the windows.</source>
        <translation>这里没有屏幕，无法显示托盘和窗口。</translation>
    </message>
    <message>
        <source>Write a whole number above 0: --limit 5</source>
        <translation>请写大于 0 的整数，例如 --limit 5</translation>
    </message>
    <message>
        <source>a reply as pack/id, or its id or code alone</source>
        <translation>一条话术：写 包/编号，或者只写编号或编码</translation>
    </message>
    <message>
        <source>a text in which every line is a message</source>
        <translation>一份文本，每一行是一条消息</translation>
    </message>
    <message>
        <source>also go by the rules in this file or folder; may be given several times</source>
        <translation>再加上这个文件或文件夹里的规则；可以写多次</translation>
    </message>
    <message>
        <source>check the draft in the window in front</source>
        <translation>检查最前面窗口里的草稿</translation>
    </message>
    <message>
        <source>check the wording of files, or of what is typed or piped in</source>
        <translation>检查文件的用词，或检查输入、管道传来的文字</translation>
    </message>
    <message>
        <source>end the running Desktop Assist</source>
        <translation>退出正在运行的 Desktop Assist</translation>
    </message>
    <message>
        <source>every line is a message of its own</source>
        <translation>每一行是一条单独的消息</translation>
    </message>
    <message>
        <source>fill a field; may be given several times</source>
        <translation>填写一个字段；可以写多次</translation>
    </message>
    <message>
        <source>find replies by word, code or pinyin</source>
        <translation>按字词、编码或拼音查找话术</translation>
    </message>
    <message>
        <source>for people, for programs, or as annotations on GitHub</source>
        <translation>给人看、给程序用，或作为 GitHub 上的标注</translation>
    </message>
    <message>
        <source>go by the rules in this file or folder alone; may be given several times</source>
        <translation>只用这个文件或文件夹里的规则；可以写多次</translation>
    </message>
    <message>
        <source>let the hotkeys rest</source>
        <translation>暂停快捷键</translation>
    </message>
    <message>
        <source>list every reply</source>
        <translation>列出所有话术</translation>
    </message>
    <message>
        <source>look for faults in the files of a pack, and in its wording</source>
        <translation>查找话术包的文件错误，并检查其中的用词</translation>
    </message>
    <message>
        <source>only findings of this family; may be given several times</source>
        <translation>只看这一类问题；可以写多次</translation>
    </message>
    <message>
        <source>only findings that weigh this much or more</source>
        <translation>只看这种程度及以上的问题</translation>
    </message>
    <message>
        <source>open the palette</source>
        <translation>打开搜索窗口</translation>
    </message>
    <message>
        <source>paste a reply into the window in front</source>
        <translation>把一条话术粘贴到最前面的窗口</translation>
    </message>
    <message>
        <source>paste the welcome that fits now</source>
        <translation>粘贴此刻合适的欢迎语</translation>
    </message>
    <message>
        <source>print JSON for another program</source>
        <translation>输出 JSON，供其他程序使用</translation>
    </message>
    <message>
        <source>print a reply with its fields filled</source>
        <translation>填好字段，输出一条话术</translation>
    </message>
    <message>
        <source>put a filled reply on the clipboard</source>
        <translation>把填好的话术放到剪贴板</translation>
    </message>
    <message>
        <source>show one reply with its notes</source>
        <translation>显示一条话术及其说明</translation>
    </message>
    <message>
        <source>suggest replies to the message copied or selected, or to a given one</source>
        <translation>为复制或选中的消息（或给出的消息）推荐话术</translation>
    </message>
    <message>
        <source>tell whether it runs and how it hears hotkeys</source>
        <translation>说明是否在运行，以及如何接收快捷键</translation>
    </message>
    <message>
        <source>tell which rules of a file load, and what they find in a text</source>
        <translation>说明文件里哪些规则可用，以及它们在一份文本里发现了什么</translation>
    </message>
    <message>
        <source>test again whenever a file changes, until Ctrl+C</source>
        <translation>文件一有改动就重新测试，按 Ctrl+C 结束</translation>
    </message>
    <message>
        <source>the customer’s message; - reads it from what is piped in</source>
        <translation>客户的消息；写 - 则从管道读取</translation>
    </message>
    <message>
        <source>the folder of your replies and settings</source>
        <translation>存放您的话术和设置的文件夹</translation>
    </message>
    <message>
        <source>the language of what is printed</source>
        <translation>输出所用的语言</translation>
    </message>
    <message>
        <source>the most replies to print</source>
        <translation>最多输出多少条话术</translation>
    </message>
    <message>
        <source>the program that the text is for</source>
        <translation>文字要发到哪个软件</translation>
    </message>
    <message>
        <source>try out rules of your own</source>
        <translation>试用自己写的规则</translation>
    </message>
    <message>
        <source>wake the hotkeys</source>
        <translation>恢复快捷键</translation>
    </message>
    <message>
        <source>{names} is missing</source>
        <translation>缺少 {names}</translation>
    </message>
    <message>
        <source>{name} stands without a value</source>
        <translation>{name} 后面缺少值</translation>
    </message>
    <message>
        <source>“{language}” is no language here.</source>
        <translation>没有“{language}”这种界面语言。</translation>
    </message>
    <message>
        <source>“{text}” is not NAME=VALUE</source>
        <translation>“{text}”不是“名=值”的写法</translation>
    </message>
    <message>
        <source>“{text}” is not a number of replies</source>
        <translation>“{text}”不能作为条数</translation>
    </message>
    <message>
        <source>“{words}” is not known here</source>
        <translation>这里没有“{words}”</translation>
    </message>
    <message>
        <source>“{word}” is not one of the choices</source>
        <translation>“{word}”不在可选范围内</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>Open the calendar (Down)</source>
        <translation>打开日历（↓）</translation>
    </message>
    <message>
        <source>Write a date, such as {example}.</source>
        <translation>请写日期，例如 {example}。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Bring the chat window to the front first, then open the panel.</source>
        <translation>请先切到聊天窗口，再打开面板。</translation>
    </message>
    <message>
        <source>Copied: “{title}”.</source>
        <translation>已复制：“{title}”。</translation>
    </message>
    <message>
        <source>Forgotten: suggestions begin anew.</source>
        <translation>已全部忘掉，推荐从头学起。</translation>
    </message>
    <message>
        <source>Message {number} of {total} is in the input box. Send it, then press {key}.</source>
        <translation>第 {number} 条（共 {total} 条）已在输入框里。发送后请按 {key}。</translation>
    </message>
    <message>
        <source>No further message is waiting.</source>
        <translation>没有待发的下一条消息。</translation>
    </message>
    <message>
        <source>No welcome message fits. Write one in your replies.</source>
        <translation>没有合适的欢迎语。请在“我的话术”里写一条。</translation>
    </message>
    <message>
        <source>Nothing fits this text. Select or copy the customer’s message first.</source>
        <translation>没有适合这段文字的话术。请先选中或复制客户的消息。</translation>
    </message>
    <message>
        <source>Slot {number} is empty. Choose its reply in the settings.</source>
        <translation>快捷位 {number} 还是空的。请在设置里选择话术。</translation>
    </message>
    <message>
        <source>The next message belongs to “{window}”: go there, then press the hotkey again.</source>
        <translation>下一条是发给“{window}”的：请切到那个窗口，再按一次快捷键。</translation>
    </message>
    <message>
        <source>The polished draft</source>
        <translation>润色后的草稿</translation>
    </message>
    <message>
        <source>{count} faults in packs or rules; the rest of them works. First: {first}</source>
        <translation>话术包或规则里有 {count} 处错误，其余照常使用。第一处：{first}</translation>
    </message>
    <message>
        <source>{place}: {message} {hint}</source>
        <translation>{place}：{message}{hint}</translation>
    </message>
</context>
<context>
    <name>DockPanel</name>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.</source>
        <translation>没有找到“{query}”。</translation>
    </message>
    <message>
        <source>Put the panel away</source>
        <translation>收起面板</translation>
    </message>
    <message>
        <source>Replies beside the chat</source>
        <translation>聊天旁的话术</translation>
    </message>
    <message>
        <source>Replies by category</source>
        <translation>按分类的话术</translation>
    </message>
    <message>
        <source>Role: {role}</source>
        <translation>角色：{role}</translation>
    </message>
    <message>
        <source>Search replies</source>
        <translation>搜索话术</translation>
    </message>
    <message>
        <source>There are no replies for this role.</source>
        <translation>这个角色还没有话术。</translation>
    </message>
    <message>
        <source>{count} more …</source>
        <translation>还有 {count} 条…</translation>
    </message>
    <message>
        <source>{name}, {count} replies</source>
        <translation>{name}，{count} 条话术</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>A draft cannot be taken out of this kind of window.</source>
        <translation>这类窗口里的草稿无法取出。</translation>
    </message>
    <message>
        <source>Another window came to the front.</source>
        <translation>另一个窗口到了最前面。</translation>
    </message>
    <message>
        <source>No window is in front to take a draft from.</source>
        <translation>最前面没有可以取草稿的窗口。</translation>
    </message>
    <message>
        <source>That is too long for a draft. Click into the input box, then try again.</source>
        <translation>内容太长，不像草稿。请点一下输入框，再试一次。</translation>
    </message>
    <message>
        <source>There is no draft to check: write it first, then press the hotkey.</source>
        <translation>没有可检查的草稿：请先写好，再按快捷键。</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>A code has small letters, digits and hyphens only, such as tk.</source>
        <translation>编码只能用小写字母、数字和连字符，例如 tk。</translation>
    </message>
    <message>
        <source>A reply is either one text or several messages, not both.</source>
        <translation>一条话术要么是一段文字，要么是几条消息，不能两样都写。</translation>
    </message>
    <message>
        <source>Empty one of the two.</source>
        <translation>请清空其中一处。</translation>
    </message>
    <message>
        <source>Give it a category, such as After-sale.</source>
        <translation>请写一个分类，例如 售后。</translation>
    </message>
    <message>
        <source>Give the reply a title to find it by.</source>
        <translation>请写一个标题，方便查找。</translation>
    </message>
    <message>
        <source>The field “{name}” needs choices.</source>
        <translation>字段“{name}”需要选项。</translation>
    </message>
    <message>
        <source>The field “{name}” stands there twice.</source>
        <translation>字段“{name}”出现了两次。</translation>
    </message>
    <message>
        <source>Use letters, digits and _ only, such as size.</source>
        <translation>只能用字母、数字和 _，例如 size。</translation>
    </message>
    <message>
        <source>Write the reply first.</source>
        <translation>请先写回复内容。</translation>
    </message>
    <message>
        <source>“{name}” is no field name.</source>
        <translation>“{name}”不能用作字段名。</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>A copy of a pack&apos;s reply. Saving keeps it among yours.</source>
        <translation>这是话术包里一条话术的副本，保存后归入您的话术。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>In the bin now; it can be restored there.</source>
        <translation>已放入回收站，可以在那里恢复。</translation>
    </message>
    <message>
        <source>My replies</source>
        <translation>我的话术</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>已恢复。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>This text is not saved yet.</source>
        <translation>这段文字还没有保存。</translation>
    </message>
</context>
<context>
    <name>ExceptionsList</name>
    <message>
        <source>None yet.</source>
        <translation>暂时没有。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{text}”</source>
        <translation>移除“{text}”</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fill in the reply</source>
        <translation>填写话术</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Put into the draft</source>
        <translation>填入草稿</translation>
    </message>
    <message>
        <source>The reply as it will be pasted</source>
        <translation>粘贴后的样子</translation>
    </message>
</context>
<context>
    <name>FieldsTable</name>
    <message>
        <source>Add field</source>
        <translation>添加字段</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>显示名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>(leave it out)</source>
        <translation>（删去）</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>Whole sentence: {text}</source>
        <translation>整句：{text}</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>HintTicks</name>
    <message>
        <source>H   Small improvements:</source>
        <translation>H   小处可改：</translation>
    </message>
    <message>
        <source>“{old}” left out</source>
        <translation>去掉“{old}”</translation>
    </message>
    <message>
        <source>“{old}” → “{new}”</source>
        <translation>“{old}” → “{new}”</translation>
    </message>
</context>
<context>
    <name>HotkeyBackend</name>
    <message>
        <source>Hotkeys through X11: works without special rights.</source>
        <translation>快捷键由 X11 接收，不需要特殊权限。</translation>
    </message>
    <message>
        <source>Hotkeys through the keyboard library: it may read keys here.</source>
        <translation>快捷键由 keyboard 库接收：这里允许它读取按键。</translation>
    </message>
    <message>
        <source>No hotkeys: the X server does not answer.</source>
        <translation>没有快捷键：X 服务器没有应答。</translation>
    </message>
    <message>
        <source>No hotkeys: this desktop lets no program hear them. Bind a shortcut of the desktop to “desktop-assist palette”.</source>
        <translation>没有快捷键：这个桌面不允许程序接收。请在桌面设置里把快捷键绑定到“desktop-assist palette”。</translation>
    </message>
    <message>
        <source>No hotkeys: {reason}</source>
        <translation>没有快捷键：{reason}</translation>
    </message>
    <message>
        <source>On Linux it needs root and the package “kbd”; choose the X11 backend instead.</source>
        <translation>在 Linux 上它需要 root 权限和软件包“kbd”；请改用 X11 方式。</translation>
    </message>
    <message>
        <source>The keyboard library may not read the keyboard here.</source>
        <translation>这里不允许 keyboard 库读取键盘。</translation>
    </message>
</context>
<context>
    <name>HotkeyPage</name>
    <message>
        <source>Click a line and press the keys. Esc cancels, Backspace switches off. If nothing happens, another program holds the keys.</source>
        <translation>点一下快捷键框，按下组合键。Esc 取消，Backspace 停用。没有反应时，说明组合键被别的程序占用了。</translation>
    </message>
    <message>
        <source>Default hotkeys</source>
        <translation>恢复默认快捷键</translation>
    </message>
    <message>
        <source>Quick slots: one hotkey, one reply</source>
        <translation>快捷位：一个快捷键，一条话术</translation>
    </message>
    <message>
        <source>Reply of {slot}</source>
        <translation>{slot}的话术</translation>
    </message>
</context>
<context>
    <name>Hotkeys</name>
    <message>
        <source>A key alone would be lost for typing. Add Ctrl or Alt.</source>
        <translation>单独一个键会影响打字，请加上 Ctrl 或 Alt。</translation>
    </message>
    <message>
        <source>Choose another one, or close the program that holds it.</source>
        <translation>请换一个，或关闭占用它的程序。</translation>
    </message>
    <message>
        <source>Hold Ctrl or Alt with it: a key alone would be missing from your typing.</source>
        <translation>请同时按住 Ctrl 或 Alt：单独一个键会让您打不出这个字符。</translation>
    </message>
    <message>
        <source>Write it like ctrl+alt+h: modifiers first, then one key.</source>
        <translation>请写成 ctrl+alt+h 的样子：先写修饰键，再写一个键。</translation>
    </message>
    <message>
        <source>{key} already does something else here.</source>
        <translation>{key} 在这里已有别的用途。</translation>
    </message>
    <message>
        <source>{key} is taken by another program.</source>
        <translation>{key} 已被别的程序占用。</translation>
    </message>
    <message>
        <source>“{action}” has these keys already.</source>
        <translation>“{action}”已经用了这组键。</translation>
    </message>
    <message>
        <source>“{text}” is not a key combination.</source>
        <translation>“{text}”不是组合键。</translation>
    </message>
</context>
<context>
    <name>InlineForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>The reply as it will be pasted</source>
        <translation>将要粘贴的话术</translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>Desktop Assist ends.</source>
        <translation>Desktop Assist 正在退出。</translation>
    </message>
    <message>
        <source>Desktop Assist is already running.</source>
        <translation>Desktop Assist 已经在运行。</translation>
    </message>
    <message>
        <source>Desktop Assist is not running.</source>
        <translation>Desktop Assist 没有在运行。</translation>
    </message>
    <message>
        <source>Desktop Assist is running but does not answer.</source>
        <translation>Desktop Assist 在运行，但没有应答。</translation>
    </message>
    <message>
        <source>Desktop Assist is starting.</source>
        <translation>Desktop Assist 正在启动。</translation>
    </message>
    <message>
        <source>Desktop Assist runs with {count} replies.</source>
        <translation>Desktop Assist 正在运行，共 {count} 条话术。</translation>
    </message>
    <message>
        <source>Its icon is in the tray; desktop-assist palette opens its window.</source>
        <translation>图标在托盘里；desktop-assist palette 可打开搜索窗口。</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another one with --home.</source>
        <translation>请让文件夹可写，或用 --home 另选一个。</translation>
    </message>
    <message>
        <source>Start it with: desktop-assist</source>
        <translation>启动命令：desktop-assist</translation>
    </message>
    <message>
        <source>Start the same version on both sides.</source>
        <translation>请两边使用同一个版本。</translation>
    </message>
    <message>
        <source>The command holds bytes that are no UTF-8 text.</source>
        <translation>命令里有不是 UTF-8 文本的字节。</translation>
    </message>
    <message>
        <source>The request comes from a newer version.</source>
        <translation>请求来自更新的版本。</translation>
    </message>
    <message>
        <source>The request was not understood.</source>
        <translation>没有看懂这个请求。</translation>
    </message>
    <message>
        <source>There is no reply “{key}”.</source>
        <translation>没有话术“{key}”。</translation>
    </message>
    <message>
        <source>This version does not know “{name}”.</source>
        <translation>这个版本不认识“{name}”。</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays silent, quit it and start anew.</source>
        <translation>请稍后再试；一直没有应答时，请退出后重新启动。</translation>
    </message>
    <message>
        <source>Type it again, or set the terminal to UTF-8.</source>
        <translation>请重新输入，或把终端设为 UTF-8。</translation>
    </message>
    <message>
        <source>desktop-assist list tells which there are.</source>
        <translation>用 desktop-assist list 可以查看有哪些。</translation>
    </message>
    <message>
        <source>{folder} cannot be used: {reason}.</source>
        <translation>文件夹 {folder} 无法使用：{reason}。</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>“{family}” is switched off.</source>
        <translation>已关闭“{family}”这类检查。</translation>
    </message>
    <message>
        <source>“{text}” is not a problem from now on.</source>
        <translation>以后不再提示“{text}”。</translation>
    </message>
</context>
<context>
    <name>LevelsTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Every program</source>
        <translation>所有程序</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>规则类别</translation>
    </message>
    <message>
        <source>Levels by program</source>
        <translation>按程序设置级别</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>Name the folder of a pack, the one that holds pack.yaml.</source>
        <translation>请写话术包的文件夹，也就是 pack.yaml 所在的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} 不是文件夹。</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Write a number, such as 3 or 19.9.</source>
        <translation>请写一个数字，例如 3 或 19.9。</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Another window or chat came to the front.</source>
        <translation>另一个窗口或会话到了最前面。</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>Keys are still held down.</source>
        <translation>还有键没有松开。</translation>
    </message>
    <message>
        <source>Something else was copied at the same moment.</source>
        <translation>这时又复制了别的内容。</translation>
    </message>
    <message>
        <source>The program that owns the clipboard does not answer.</source>
        <translation>正占用剪贴板的程序没有应答。</translation>
    </message>
    <message>
        <source>The window did not take the reply in time.</source>
        <translation>窗口没有及时接收回复。</translation>
    </message>
    <message>
        <source>This system does not tell whether the window took the reply.</source>
        <translation>这个系统无法告知窗口是否接收了回复。</translation>
    </message>
    <message>
        <source>What you had copied was too large or came too slowly to be kept whole; lost: {formats}. Copy it again when you need it.</source>
        <translation>您之前复制的内容太大或来得太慢，没能完整保留，缺少：{formats}。需要时请再复制一次。</translation>
    </message>
    <message>
        <source>You typed on before the reply’s turn came.</source>
        <translation>轮到粘贴之前，您又继续输入了。</translation>
    </message>
    <message>
        <source>{why} Only part of “{title}” is in the input box: look at it before you send.</source>
        <translation>{why}“{title}”只有一部分进了输入框：发送前请先看一眼。</translation>
    </message>
    <message>
        <source>{why} “{title}” is on the clipboard for one minute: press {chord} where you want it. What you had copied comes back after that.</source>
        <translation>{why}“{title}”会在剪贴板里保留一分钟：请在需要的地方按 {chord}。之后恢复您原先复制的内容。</translation>
    </message>
    <message>
        <source>{why} “{title}” was not pasted; the clipboard keeps what was copied.</source>
        <translation>{why}“{title}”没有粘贴；剪贴板里仍是刚才复制的内容。</translation>
    </message>
    <message>
        <source>“{title}” is in the input box.</source>
        <translation>“{title}”已在输入框里。</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>A bracket is not closed, or a comma is missing.</source>
        <translation>括号没有闭合，或缺少逗号。</translation>
    </message>
    <message>
        <source>A colon followed by a space stands inside the text.</source>
        <translation>文字里有冒号加空格。</translation>
    </message>
    <message>
        <source>A colon is missing behind a name.</source>
        <translation>名称后面缺少冒号。</translation>
    </message>
    <message>
        <source>A file of snippets has only “format” and “snippets”.</source>
        <translation>话术文件里只能有“format”和“snippets”。</translation>
    </message>
    <message>
        <source>A list or mapping stands where a name is due.</source>
        <translation>应写名称的地方出现了列表或映射。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed, or more text follows behind it.</source>
        <translation>引号没有闭合，或引号后面还有文字。</translation>
    </message>
    <message>
        <source>A reply has either “body” or “messages”.</source>
        <translation>一条话术要么写“body”，要么写“messages”。</translation>
    </message>
    <message>
        <source>A second document begins here with ---.</source>
        <translation>这里的 --- 开始了第二个文档。</translation>
    </message>
    <message>
        <source>A tab, or one of @ ` %, begins the text here.</source>
        <translation>这里的文字以制表符或 @ ` % 开头。</translation>
    </message>
    <message>
        <source>Add a line “{name}: …”.</source>
        <translation>请加上一行“{name}: …”。</translation>
    </message>
    <message>
        <source>An invisible control character {code} stands here.</source>
        <translation>这里有一个看不见的控制字符 {code}。</translation>
    </message>
    <message>
        <source>Brackets or indents are more than {depth} deep.</source>
        <translation>括号或缩进超过了 {depth} 层。</translation>
    </message>
    <message>
        <source>Check that it is there and that you may read it.</source>
        <translation>请检查文件是否存在、您是否有权读取。</translation>
    </message>
    <message>
        <source>Close the bracket, or put the text in quotes.</source>
        <translation>请闭合括号，或给文字加引号。</translation>
    </message>
    <message>
        <source>Close the text with the same mark that it begins with.</source>
        <translation>请用开头的那种引号结束文字。</translation>
    </message>
    <message>
        <source>Compare the indent and the quotes with the lines above.</source>
        <translation>请与上面几行对照缩进和引号。</translation>
    </message>
    <message>
        <source>Correct the braces in the text.</source>
        <translation>请改正文字里的花括号。</translation>
    </message>
    <message>
        <source>Declare it under “fields”, or correct its spelling.</source>
        <translation>请在“fields”里声明它，或改正拼写。</translation>
    </message>
    <message>
        <source>Delete it, or fill it after the example of another pack.</source>
        <translation>请删除，或照着别的话术包填好。</translation>
    </message>
    <message>
        <source>Delete it; the line before and after it may look whole.</source>
        <translation>请删除它；前后的行看起来可能没有问题。</translation>
    </message>
    <message>
        <source>Did you mean “{near}”?</source>
        <translation>您是不是想写“{near}”？</translation>
    </message>
    <message>
        <source>Exchange or correct the dates.</source>
        <translation>请对调或改正日期。</translation>
    </message>
    <message>
        <source>Give it the same number of spaces as the lines that it belongs to.</source>
        <translation>请让它与同级各行的空格数相同。</translation>
    </message>
    <message>
        <source>Give one of the two another code.</source>
        <translation>请给其中一条换一个编码。</translation>
    </message>
    <message>
        <source>Give this reply an id of its own; ids are never used again.</source>
        <translation>请给这条话术一个自己的编号；用过的编号不再使用。</translation>
    </message>
    <message>
        <source>If the sign belongs to the text, put the text in quotes.</source>
        <translation>如果这个符号属于文字，请给文字加引号。</translation>
    </message>
    <message>
        <source>Indent with spaces only, and put text that begins with a sign in quotes.</source>
        <translation>请只用空格缩进，以符号开头的文字请加引号。</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>请保留其中一个。</translation>
    </message>
    <message>
        <source>List them: “choices: [first, second]”.</source>
        <translation>请列出选项：“choices: [第一项, 第二项]”。</translation>
    </message>
    <message>
        <source>One of the “messages” is empty.</source>
        <translation>“messages”里有一条是空的。</translation>
    </message>
    <message>
        <source>Put it into the pack&apos;s “images” and write “images/name.png”.</source>
        <translation>请放进话术包的“images”文件夹，写成“images/名称.png”。</translation>
    </message>
    <message>
        <source>Put the file there, or correct the name.</source>
        <translation>请把文件放到那里，或改正名称。</translation>
    </message>
    <message>
        <source>Put the text in quotes if it begins with a bracket.</source>
        <translation>如果文字以括号开头，请加引号。</translation>
    </message>
    <message>
        <source>Put the text in quotes, or remove the extra brackets.</source>
        <translation>请给文字加引号，或去掉多余的括号。</translation>
    </message>
    <message>
        <source>Put the whole text in quotes, or use the full-width ：.</source>
        <translation>请给整段文字加引号，或改用全角冒号“：”。</translation>
    </message>
    <message>
        <source>Put the whole text in quotes; a comment that is meant gets its own line.</source>
        <translation>请给整段文字加引号；真正的注释请单独写一行。</translation>
    </message>
    <message>
        <source>Remove it from “ignore”, or correct its name.</source>
        <translation>请从“ignore”里删掉它，或改正规则名。</translation>
    </message>
    <message>
        <source>Remove it, or correct its spelling.</source>
        <translation>请删除，或改正拼写。</translation>
    </message>
    <message>
        <source>Remove one of the two, or give one a new id.</source>
        <translation>请删除其中一条，或换一个新的编号。</translation>
    </message>
    <message>
        <source>Remove the line; one file holds one document.</source>
        <translation>请删除这一行；一个文件只放一个文档。</translation>
    </message>
    <message>
        <source>Remove the mark, or put the text in quotes if it begins with &amp;.</source>
        <translation>请删除这个标记；如果文字以 &amp; 开头，请加引号。</translation>
    </message>
    <message>
        <source>Remove the tag, or put the text in quotes if it begins with !.</source>
        <translation>请删除这个标签；如果文字以 ! 开头，请加引号。</translation>
    </message>
    <message>
        <source>Save it again with the encoding UTF-8; it may be GBK or UTF-16 now.</source>
        <translation>请用 UTF-8 编码重新保存；现在可能是 GBK 或 UTF-16。</translation>
    </message>
    <message>
        <source>Split it into several files in the same folder.</source>
        <translation>请在同一文件夹里拆成几个文件。</translation>
    </message>
    <message>
        <source>The code “{code}” also belongs to “{id}”.</source>
        <translation>编码“{code}”也属于“{id}”。</translation>
    </message>
    <message>
        <source>The field “{name}” is a choice without choices.</source>
        <translation>字段“{name}”的类型是选项，却没有选项。</translation>
    </message>
    <message>
        <source>The field “{name}” is declared and never used.</source>
        <translation>字段“{name}”声明了，却没有用到。</translation>
    </message>
    <message>
        <source>The field “{name}” is declared twice.</source>
        <translation>字段“{name}”声明了两次。</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>无法读取文件：{reason}。</translation>
    </message>
    <message>
        <source>The file does not begin with “name: text” lines.</source>
        <translation>文件开头不是“名称: 文字”的行。</translation>
    </message>
    <message>
        <source>The file holds nothing.</source>
        <translation>文件里没有内容。</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>文件超过了 {limit} MB。</translation>
    </message>
    <message>
        <source>The file is not UTF-8: the byte {byte} stands here.</source>
        <translation>文件不是 UTF-8：这里是字节 {byte}。</translation>
    </message>
    <message>
        <source>The id “{id}” is taken by {place}.</source>
        <translation>编号“{id}”已被 {place} 使用。</translation>
    </message>
    <message>
        <source>The image lies outside the pack.</source>
        <translation>图片在话术包之外。</translation>
    </message>
    <message>
        <source>The image “{image}” is not in the pack.</source>
        <translation>图片“{image}”不在话术包里。</translation>
    </message>
    <message>
        <source>The list “snippets” is missing.</source>
        <translation>缺少列表“snippets”。</translation>
    </message>
    <message>
        <source>The pack in “{folder}” has the same id.</source>
        <translation>“{folder}”里的话术包有相同的编号。</translation>
    </message>
    <message>
        <source>The reply ends on {end}, before it begins on {start}.</source>
        <translation>话术的结束日期 {end} 早于开始日期 {start}。</translation>
    </message>
    <message>
        <source>The rule “{rule}” finds nothing here to ignore.</source>
        <translation>规则“{rule}”在这里没有发现问题，不需要忽略。</translation>
    </message>
    <message>
        <source>The rule “{rule}” is ignored without a reason.</source>
        <translation>忽略规则“{rule}”时没有写理由。</translation>
    </message>
    <message>
        <source>The text begins with one of &amp; * ! % | &gt;, which YAML reads as a command.</source>
        <translation>文字以 &amp; * ! % | &gt; 之一开头，YAML 会把它当作指令。</translation>
    </message>
    <message>
        <source>The text uses “{name}”, which nobody fills.</source>
        <translation>文字用到了“{name}”，却没有人填写它。</translation>
    </message>
    <message>
        <source>The title is empty.</source>
        <translation>标题是空的。</translation>
    </message>
    <message>
        <source>This file has format {written}; this program reads up to {known}.</source>
        <translation>这个文件的格式是 {written}；本程序最高能读 {known}。</translation>
    </message>
    <message>
        <source>This is not YAML: {problem}.</source>
        <translation>这不是 YAML：{problem}。</translation>
    </message>
    <message>
        <source>This line is not indented like its neighbours.</source>
        <translation>这一行的缩进与上下行不一致。</translation>
    </message>
    <message>
        <source>Update the program, or ask for a pack in the older format.</source>
        <translation>请更新程序，或索取旧格式的话术包。</translation>
    </message>
    <message>
        <source>Use it in the text as {place}, or remove it.</source>
        <translation>请在文字里写 {place} 来使用它，或删除它。</translation>
    </message>
    <message>
        <source>Use one of the values that the guide lists ({problem}).</source>
        <translation>请使用指南里列出的值（{problem}）。</translation>
    </message>
    <message>
        <source>Use small letters a–z, digits and hyphens, a letter or digit first.</source>
        <translation>请用小写字母 a–z、数字和连字符，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>Write a few words by which the reply is found.</source>
        <translation>请写几个词，方便查找这条话术。</translation>
    </message>
    <message>
        <source>Write a list: [first, second].</source>
        <translation>请写成列表：[第一项, 第二项]。</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请写整数。</translation>
    </message>
    <message>
        <source>Write its text or remove it.</source>
        <translation>请写内容，或删除它。</translation>
    </message>
    <message>
        <source>Write one of the two; “messages” is a list of texts to send in turn.</source>
        <translation>请只写其中一个；“messages”是依次发送的文字列表。</translation>
    </message>
    <message>
        <source>Write one text; put it in quotes if it has brackets or colons.</source>
        <translation>请写一段文字；有括号或冒号时请加引号。</translation>
    </message>
    <message>
        <source>Write the date as 2026-01-31.</source>
        <translation>请把日期写成 2026-01-31 的样子。</translation>
    </message>
    <message>
        <source>Write the text out, or put it in quotes if it begins with *.</source>
        <translation>请把文字写完整；如果以 * 开头，请加引号。</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>请写 true 或 false。</translation>
    </message>
    <message>
        <source>Write why behind it: “ignore: {example}”.</source>
        <translation>请在后面写上理由：“ignore: {example}”。</translation>
    </message>
    <message>
        <source>Write “format: {known}” as its first line.</source>
        <translation>请把“format: {known}”写在第一行。</translation>
    </message>
    <message>
        <source>Write “format: {known}”.</source>
        <translation>请写“format: {known}”。</translation>
    </message>
    <message>
        <source>Write “name: text” lines, indented below it.</source>
        <translation>请写“名称: 文字”的行，并缩进在它下面。</translation>
    </message>
    <message>
        <source>Write “name: text”; indent lines that continue a text.</source>
        <translation>请写“名称: 文字”；延续的文字请缩进。</translation>
    </message>
    <message>
        <source>Write “snippets:” and below it the replies, each beginning with “- id: …”.</source>
        <translation>请写“snippets:”，下面列出话术，每条以“- id: …”开头。</translation>
    </message>
    <message>
        <source>YAML drops “{rest}” after “{text}” as a comment.</source>
        <translation>YAML 会把“{text}”后面的“{rest}”当作注释丢掉。</translation>
    </message>
    <message>
        <source>{sentence} The line is: {line}</source>
        <translation>{sentence}这一行是：{line}</translation>
    </message>
    <message>
        <source>“format” must be a whole number.</source>
        <translation>“format”必须是整数。</translation>
    </message>
    <message>
        <source>“{key}” stands here twice.</source>
        <translation>“{key}”在这里出现了两次。</translation>
    </message>
    <message>
        <source>“{name}” is missing here.</source>
        <translation>这里缺少“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is not a known name.</source>
        <translation>“{name}”不是已知的名称。</translation>
    </message>
    <message>
        <source>“{text}” asks for a special kind of value.</source>
        <translation>“{text}”要求一种特殊的值。</translation>
    </message>
    <message>
        <source>“{text}” does not fit “{name}”.</source>
        <translation>“{text}”不适合“{name}”。</translation>
    </message>
    <message>
        <source>“{text}” is not an id.</source>
        <translation>“{text}”不能用作编号。</translation>
    </message>
    <message>
        <source>“{text}” marks a place to refer to.</source>
        <translation>“{text}”标记了一个供引用的位置。</translation>
    </message>
    <message>
        <source>“{text}” refers to another place.</source>
        <translation>“{text}”引用了别的位置。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All replies</source>
        <translation>全部话术</translation>
    </message>
    <message>
        <source>Enter next field, at the end paste · Tab other field · Esc back</source>
        <translation>Enter 下一项，填完后粘贴 · Tab 换一项 · Esc 返回</translation>
    </message>
    <message>
        <source>Enter paste · Ctrl+Enter one by one · Alt+1–9 pick · Tab other wording · Ctrl+T tone · Ctrl+L language · Alt+C category · Ctrl+C copy · Ctrl+D star · Ctrl+E edit · Esc close</source>
        <translation>Enter 粘贴 · Ctrl+Enter 逐条 · Alt+1–9 直选 · Tab 换说法 · Ctrl+T 语气 · Ctrl+L 语言 · Alt+C 分类 · Ctrl+C 复制 · Ctrl+D 收藏 · Ctrl+E 编辑 · Esc 关闭</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Lately used</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>No chat window was in front: a reply will be left on the clipboard.</source>
        <translation>最前面没有聊天窗口：话术会留在剪贴板里。</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”.
Try fewer words, a code, or the first letters of the pinyin.</source>
        <translation>没有找到“{query}”。
试试少写几个字，或用编码、拼音首字母。</translation>
    </message>
    <message>
        <source>Nothing found in “{category}”.
A click on it looks everywhere.</source>
        <translation>“{category}”里没有找到。
点一下该分类即可查找全部。</translation>
    </message>
    <message>
        <source>Suggested for the message</source>
        <translation>为这条消息推荐</translation>
    </message>
    <message>
        <source>There are no replies yet. Write one in the library, or add a pack.</source>
        <translation>还没有话术。请在“我的话术”里写一条，或添加话术包。</translation>
    </message>
    <message>
        <source>ZH</source>
        <translation>中</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>goes next</source>
        <translation>下一条</translation>
    </message>
</context>
<context>
    <name>PaletteParts</name>
    <message>
        <source>Find a reply</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Replies found</source>
        <translation>找到的话术</translation>
    </message>
    <message>
        <source>Search title, text, code or pinyin</source>
        <translation>搜索标题、正文、编码或拼音</translation>
    </message>
    <message>
        <source>Up and Down select, Enter pastes, F6 goes on</source>
        <translation>上下键选择，Enter 粘贴，F6 到下一部分</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture of the reply: {name}</source>
        <translation>话术的图片：{name}</translation>
    </message>
    <message>
        <source>The picture “{name}” cannot be shown.</source>
        <translation>图片“{name}”无法显示。</translation>
    </message>
</context>
<context>
    <name>PolishReview</name>
    <message>
        <source>After:</source>
        <translation>润色后：</translation>
    </message>
    <message>
        <source>Check the draft</source>
        <translation>检查草稿</translation>
    </message>
    <message>
        <source>Enter or Esc close</source>
        <translation>Enter 或 Esc 关闭</translation>
    </message>
    <message>
        <source>Nothing to improve: your draft reads well.</source>
        <translation>没有需要改的地方，草稿写得很好。</translation>
    </message>
    <message>
        <source>T tone · Enter or Esc close</source>
        <translation>T 语气 · Enter 或 Esc 关闭</translation>
    </message>
    <message>
        <source>T tone · Enter put back · Esc change nothing</source>
        <translation>T 语气 · Enter 放回 · Esc 不改</translation>
    </message>
    <message>
        <source>The draft as it will be put back</source>
        <translation>将放回输入框的草稿</translation>
    </message>
    <message>
        <source>To improve in your draft: {count}</source>
        <translation>草稿里有 {count} 处可以改进</translation>
    </message>
    <message>
        <source>Up/Down finding · 1–9 wording · 0 keep · T tone · N not a problem · Enter put back · Esc change nothing</source>
        <translation>↑/↓ 换一处 · 1–9 选说法 · 0 保留 · T 语气 · N 没问题 · Enter 放回 · Esc 不改</translation>
    </message>
    <message>
        <source>Your draft</source>
        <translation>您的草稿</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>The reply as it will be pasted</source>
        <translation>粘贴后的样子</translation>
    </message>
    <message>
        <source>Avoid: {text}</source>
        <translation>慎用：{text}</translation>
    </message>
    <message>
        <source>Use: {text}</source>
        <translation>适用：{text}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 处</translation>
    </message>
    <message>
        <source>wording {number} of {count}</source>
        <translation>说法 {number}/{count}</translation>
    </message>
    <message>
        <source>{count} messages</source>
        <translation>{count} 条消息</translation>
    </message>
</context>
<context>
    <name>Programs</name>
    <message>
        <source>A row without a window class is not used yet.</source>
        <translation>没有填窗口类名的行暂不生效。</translation>
    </message>
    <message>
        <source>“{text}” is no pattern; this row is not used yet.</source>
        <translation>“{text}”不是有效的匹配式；这一行暂不生效。</translation>
    </message>
</context>
<context>
    <name>ProgramsTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Newlines</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>粘贴键</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Window class</source>
        <translation>窗口类名</translation>
    </message>
</context>
<context>
    <name>QuickFixes</name>
    <message>
        <source>&amp;Not a problem</source>
        <translation>没问题，不再提示(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Read more: {link}</source>
        <translation>了解更多（&amp;R）：{link}</translation>
    </message>
    <message>
        <source>&amp;Switch off “{family}”</source>
        <translation>关闭“{family}”这类检查(&amp;S)</translation>
    </message>
    <message>
        <source>(leave it out)</source>
        <translation>（删去）</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>a file of that name is in the way</source>
        <translation>已有同名文件占着位置</translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation>路径中有一段不是文件夹</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>没有访问权限</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘是只读的</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>磁盘报告了故障</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
</context>
<context>
    <name>RecorderLine</name>
    <message>
        <source>Off</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>请按组合键…</translation>
    </message>
</context>
<context>
    <name>Replies</name>
    <message>
        <source>--json needs the customer’s message.</source>
        <translation>使用 --json 时需要给出客户的消息。</translation>
    </message>
    <message>
        <source>Add: {options}</source>
        <translation>请加上：{options}</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>Enter a day such as 2026-11-22.</source>
        <translation>请写日期，例如 2026-11-22。</translation>
    </message>
    <message>
        <source>Enter a number such as 128 or 9.5.</source>
        <translation>请写数字，例如 128 或 9.5。</translation>
    </message>
    <message>
        <source>Fields: {names}</source>
        <translation>字段：{names}</translation>
    </message>
    <message>
        <source>Give it in quotes, or pipe it in: desktop-assist suggest - --json</source>
        <translation>用引号写出，或用管道传入：desktop-assist suggest - --json</translation>
    </message>
    <message>
        <source>Its fields: {names}.</source>
        <translation>它的字段：{names}。</translation>
    </message>
    <message>
        <source>Look it up with: desktop-assist search WORD</source>
        <translation>查找方法：desktop-assist search 关键词</translation>
    </message>
    <message>
        <source>Look one up with: desktop-assist search WORD</source>
        <translation>可以这样查找：desktop-assist search 词语</translation>
    </message>
    <message>
        <source>Name one of them in full: {keys}.</source>
        <translation>请写全名，选其中之一：{keys}。</translation>
    </message>
    <message>
        <source>No reply fits this message.</source>
        <translation>没有适合这条消息的回复。</translation>
    </message>
    <message>
        <source>No reply has “{query}”.</source>
        <translation>没有话术包含“{query}”。</translation>
    </message>
    <message>
        <source>Notes: {text}</source>
        <translation>备注：{text}</translation>
    </message>
    <message>
        <source>On Linux, install xclip (X11) or wl-clipboard (Wayland).</source>
        <translation>在 Linux 上，请安装 xclip（X11）或 wl-clipboard（Wayland）。</translation>
    </message>
    <message>
        <source>The clipboard cannot be reached; nothing was copied.</source>
        <translation>无法访问剪贴板；没有复制任何内容。</translation>
    </message>
    <message>
        <source>There is no reply “{name}”.</source>
        <translation>没有话术“{name}”。</translation>
    </message>
    <message>
        <source>This reply has fields that are not filled in yet.</source>
        <translation>这条话术还有字段没有填。</translation>
    </message>
    <message>
        <source>This reply has no field “{name}”.</source>
        <translation>这条话术没有字段“{name}”。</translation>
    </message>
    <message>
        <source>Try fewer or shorter words; a code or pinyin works too.</source>
        <translation>试试更少或更短的词；也可以用编码或拼音。</translation>
    </message>
    <message>
        <source>When to avoid: {text}</source>
        <translation>慎用：{text}</translation>
    </message>
    <message>
        <source>When to use: {text}</source>
        <translation>适用：{text}</translation>
    </message>
    <message>
        <source>“{label}” does not fit. Nothing was pasted.</source>
        <translation>“{label}”填得不对。没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>“{name}” names several replies.</source>
        <translation>有几条话术都叫“{name}”。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Free some disk space, or choose another folder with --home.</source>
        <translation>请腾出磁盘空间，或用 --home 另选文件夹。</translation>
    </message>
    <message>
        <source>Please report it with this file: {file}</source>
        <translation>请附上这个文件反馈问题：{file}</translation>
    </message>
    <message>
        <source>Something went wrong that should not, and no report could be written.</source>
        <translation>发生了不该出现的错误，而且无法写下报告。</translation>
    </message>
    <message>
        <source>Something went wrong that should not; your replies are safe.</source>
        <translation>发生了不该出现的错误；您的话术没有受影响。</translation>
    </message>
    <message>
        <source>{message} {hint}</source>
        <translation>{message}{hint}</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Only “{category}”</source>
        <translation>只看“{category}”</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste one by one</source>
        <translation>逐条粘贴</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消收藏</translation>
    </message>
</context>
<context>
    <name>RuleFamily</name>
    <message>
        <source>Absolute claims</source>
        <translation>绝对化用语</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>辱骂</translation>
    </message>
    <message>
        <source>Medical claims</source>
        <translation>医疗功效</translation>
    </message>
    <message>
        <source>Off-platform contact</source>
        <translation>站外引流</translation>
    </message>
    <message>
        <source>Overpromising</source>
        <translation>过度承诺</translation>
    </message>
    <message>
        <source>Paid reviews</source>
        <translation>好评返现</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>隐私信息</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Unfilled placeholders</source>
        <translation>未填的占位符</translation>
    </message>
</context>
<context>
    <name>RuleTest</name>
    <message>
        <source>Hits in the sample: {count}</source>
        <translation>样本中的命中数：{count}</translation>
    </message>
    <message>
        <source>Watching for changes. Press Ctrl+C to end.</source>
        <translation>正在等待文件改动。按 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>bad example: expected a finding, got none</source>
        <translation>反例：应当命中，实际没有命中</translation>
    </message>
    <message>
        <source>good example: expected no finding, got {hits}</source>
        <translation>正例：不应命中，实际命中了{hits}</translation>
    </message>
    <message>
        <source>{rule} does not load: {count} of {all} examples are wrong.</source>
        <translation>{rule} 不会启用：{all} 个例句中有 {count} 个不符。</translation>
    </message>
    <message>
        <source>{rule} loads: {bad} bad and {good} good examples are right.</source>
        <translation>{rule} 可以启用：{bad} 个反例和 {good} 个正例都符合。</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>A file of rules has only “format”, “words” and “rules”.</source>
        <translation>规则文件里只能有“format”“words”和“rules”。</translation>
    </message>
    <message>
        <source>Add at least one phrase.</source>
        <translation>请至少写一个短语。</translation>
    </message>
    <message>
        <source>Add the list under words:, or correct the name.</source>
        <translation>请把词表写在 words: 下面，或改正名称。</translation>
    </message>
    <message>
        <source>Begin each rule with “- id: …”.</source>
        <translation>每条规则请以“- id: …”开头。</translation>
    </message>
    <message>
        <source>Begin it with “format: 1”, then “rules:” and a list.</source>
        <translation>请以“format: 1”开头，接着写“rules:”和一个列表。</translation>
    </message>
    <message>
        <source>Begin the file with “format: 1”.</source>
        <translation>请把“format: 1”写在文件开头。</translation>
    </message>
    <message>
        <source>Correct the list.</source>
        <translation>请改正这个列表。</translation>
    </message>
    <message>
        <source>Correct the rule or the example.</source>
        <translation>请改正规则或例句。</translation>
    </message>
    <message>
        <source>Correct the rule.</source>
        <translation>请改正规则。</translation>
    </message>
    <message>
        <source>Give it another name, or delete one of the two.</source>
        <translation>请换一个名称，或删除其中一个。</translation>
    </message>
    <message>
        <source>Remove “doubtful”: a blank must never get through.</source>
        <translation>请去掉“doubtful”：没填的内容绝不能放过。</translation>
    </message>
    <message>
        <source>The file does not hold rules.</source>
        <translation>文件里没有规则。</translation>
    </message>
    <message>
        <source>The file is written for a newer version of this program.</source>
        <translation>文件是为本程序更新的版本写的。</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” is refused: {reason}.</source>
        <translation>匹配式“{pattern}”不能使用：{reason}。</translation>
    </message>
    <message>
        <source>The phrase “{phrase}” has a stray ( or | in it.</source>
        <translation>短语“{phrase}”里有多余的 ( 或 |。</translation>
    </message>
    <message>
        <source>The phrase “{phrase}” stands for {count} phrases.</source>
        <translation>短语“{phrase}”展开后有 {count} 个短语。</translation>
    </message>
    <message>
        <source>The rule {rule} does not find its own bad example “{example}”.</source>
        <translation>规则 {rule} 没有认出自己的反面例句“{example}”。</translation>
    </message>
    <message>
        <source>The rule {rule} finds fault with its own good example “{example}”.</source>
        <translation>规则 {rule} 误判了自己的正面例句“{example}”。</translation>
    </message>
    <message>
        <source>The rule {rule} has neither phrases nor patterns.</source>
        <translation>规则 {rule} 既没有短语，也没有匹配式。</translation>
    </message>
    <message>
        <source>The rule {rule} looks for blanks, and so it cannot be doubtful.</source>
        <translation>规则 {rule} 找的是没填的内容，因此不能设为拿不准。</translation>
    </message>
    <message>
        <source>The rule {rule} names the word list “{name}”, which is not there.</source>
        <translation>规则 {rule} 用到的词表“{name}”不存在。</translation>
    </message>
    <message>
        <source>The rules work without it. Put the file of the program back.</source>
        <translation>没有它，规则照样工作。请恢复程序自带的这个文件。</translation>
    </message>
    <message>
        <source>The second opinion cannot be read: {reason}</source>
        <translation>第二意见读不出来：{reason}</translation>
    </message>
    <message>
        <source>The version of the format is missing or no number.</source>
        <translation>缺少格式版本，或它不是数字。</translation>
    </message>
    <message>
        <source>Update the program; the other rule files work.</source>
        <translation>请更新程序；其余规则文件照常使用。</translation>
    </message>
    <message>
        <source>Use phrases where they reach, and short, bounded patterns elsewhere.</source>
        <translation>能用短语就用短语，其他情况用简短、有界的匹配式。</translation>
    </message>
    <message>
        <source>Write a name, and below it “words: [first, second]”.</source>
        <translation>请写一个名称，下面写“words: [第一个, 第二个]”。</translation>
    </message>
    <message>
        <source>Write choices as (one|other), and nothing inside them but text.</source>
        <translation>选项请写成 (甲|乙)，里面只能有文字。</translation>
    </message>
    <message>
        <source>Write it as several phrases, or as a pattern.</source>
        <translation>请拆成几条短语，或改写成正则。</translation>
    </message>
    <message>
        <source>a ) is missing</source>
        <translation>少了一个 )</translation>
    </message>
    <message>
        <source>a ) is too many</source>
        <translation>多了一个 )</translation>
    </message>
    <message>
        <source>a choice or a repeat stands inside a repeat</source>
        <translation>重复里面又有选择或重复</translation>
    </message>
    <message>
        <source>a group of this kind is not allowed</source>
        <translation>不允许这种分组</translation>
    </message>
    <message>
        <source>a repeat has no upper limit; write {{0,20}} in place of *</source>
        <translation>重复没有上限；请用 {{0,20}} 代替 *</translation>
    </message>
    <message>
        <source>a repeat has nothing to repeat</source>
        <translation>重复符号前面没有内容</translation>
    </message>
    <message>
        <source>it is no regular expression</source>
        <translation>它不是正则表达式</translation>
    </message>
    <message>
        <source>it is no regular expression from character {place} on</source>
        <translation>从第 {place} 个字符起，它不是正则表达式</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>它太长了</translation>
    </message>
    <message>
        <source>its choices multiply to too many ways</source>
        <translation>选择相乘，组合太多</translation>
    </message>
    <message>
        <source>its repeats multiply to too many ways</source>
        <translation>重复相乘，组合太多</translation>
    </message>
    <message>
        <source>“{phrase}” names the word list “{name}”, which is not there.</source>
        <translation>“{phrase}”里提到的词表“{name}”不存在。</translation>
    </message>
    <message>
        <source>“rules” must be a list.</source>
        <translation>“rules”必须是列表。</translation>
    </message>
    <message>
        <source>“words” must hold named lists.</source>
        <translation>“words”必须是有名称的列表。</translation>
    </message>
    <message>
        <source>“{name}” is already defined; this second one is not used.</source>
        <translation>“{name}”已经定义过；第二个没有使用。</translation>
    </message>
    <message>
        <source>“{name}” is not a known name.</source>
        <translation>“{name}”不是已知的名称。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A combination for each action; an empty one switches it off.</source>
        <translation>每项功能的组合键；留空表示停用。</translation>
    </message>
    <message>
        <source>Check replies and drafts for wording that harms.</source>
        <translation>检查话术和草稿里容易伤客户的说法。</translation>
    </message>
    <message>
        <source>Check wording</source>
        <translation>检查用词</translation>
    </message>
    <message>
        <source>Families of rules that stay silent.</source>
        <translation>不再提示的规则类别。</translation>
    </message>
    <message>
        <source>Fills {{{{ agent }}}}: the name that you sign with.</source>
        <translation>填入 {{{{ agent }}}}：您的署名。</translation>
    </message>
    <message>
        <source>Fills {{{{ shop }}}} and chooses welcome messages for this shop.</source>
        <translation>填入 {{{{ shop }}}}，并为这家店选择欢迎语。</translation>
    </message>
    <message>
        <source>Hotkey source</source>
        <translation>快捷键来源</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>How hotkeys are heard; the automatic choice takes what works here.</source>
        <translation>用哪种方式接收快捷键；“自动”会选这里可用的方式。</translation>
    </message>
    <message>
        <source>Light or dark windows.</source>
        <translation>窗口用浅色还是深色。</translation>
    </message>
    <message>
        <source>The language of the windows.</source>
        <translation>窗口使用的语言。</translation>
    </message>
    <message>
        <source>How long to wait until the chat window takes the reply, before it is left on the clipboard.</source>
        <translation>等待聊天窗口接收回复的时间，超过后回复留在剪贴板里。</translation>
    </message>
    <message>
        <source>A code such as /hy and a space, typed into the chat, become its reply; Backspace takes it back. Keys are compared in memory and never kept.</source>
        <translation>在聊天框里输入 /hy 这样的代码加空格，就变成对应的话术；按退格键撤回。按键只在内存里比对，从不保存。</translation>
    </message>
    <message>
        <source>A narrow list of your replies follows the chat window.</source>
        <translation>一列窄窄的话术跟着聊天窗口。</translation>
    </message>
    <message>
        <source>How much a family weighs in one program: nothing, a hint, a warning, or a reply that is not pasted.</source>
        <translation>某个程序里，一类规则有多严格：不检查、提示、建议修改，或禁止粘贴。</translation>
    </message>
    <message>
        <source>Judges whole messages: hints at harm that no rule knows, and keeps doubtful rules quiet where all is well.</source>
        <translation>看整条消息：规则不认识的伤人说法，给出提示；确信没问题时，拿不准的规则不出声。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lets replies that are marked “send” press Enter after pasting.</source>
        <translation>标了“发送”的话术，粘贴后可以自动按 Enter。</translation>
    </message>
    <message>
        <source>Levels by program</source>
        <translation>按程序设置级别</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>允许自动发送</translation>
    </message>
    <message>
        <source>No typed codes in</source>
        <translation>这些程序里不用代码输入</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Panel beside the chat</source>
        <translation>聊天旁的面板</translation>
    </message>
    <message>
        <source>Paste keys and newlines by program, before the built-in table.</source>
        <translation>各程序的粘贴键和换行方式，优先于内置的表。</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Programs with the panel</source>
        <translation>带面板的程序</translation>
    </message>
    <message>
        <source>Quick slots</source>
        <translation>快捷位</translation>
    </message>
    <message>
        <source>Rule families that are off</source>
        <translation>关闭的规则类别</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>店铺</translation>
    </message>
    <message>
        <source>Such as pre-sale or after-sale: the panel shows the replies for this role and those for everyone.</source>
        <translation>例如售前、售后：面板只列出这个角色的话术和通用话术。</translation>
    </message>
    <message>
        <source>The reply behind each of the nine slots.</source>
        <translation>九个快捷位各放哪条话术。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Typed codes</source>
        <translation>代码输入</translation>
    </message>
    <message>
        <source>Wait for the window (ms)</source>
        <translation>等待窗口（毫秒）</translation>
    </message>
    <message>
        <source>Which outcomes are shown beside the tray icon.</source>
        <translation>在托盘图标旁提示哪些结果。</translation>
    </message>
    <message>
        <source>Window classes beside which the panel comes up.</source>
        <translation>面板会出现在这些窗口类旁边。</translation>
    </message>
    <message>
        <source>Window classes, separated by commas.</source>
        <translation>窗口类名，用逗号隔开。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>您的角色</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Checker</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>全部忘掉</translation>
    </message>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Only ticked families are checked.</source>
        <translation>只检查打勾的类别。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Rule families</source>
        <translation>规则类别</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What suggestions have learnt</source>
        <translation>推荐学到的内容</translation>
    </message>
    <message>
        <source>Which reply you picked after which message; it stays on this computer.</source>
        <translation>您在什么消息之后选了哪条话术；只保存在这台电脑上。</translation>
    </message>
    <message>
        <source>Wordings with which a rule finds no fault any more.</source>
        <translation>你标记为“没问题”的说法，对应的规则不再提示。</translation>
    </message>
    <message>
        <source>“Not a problem”</source>
        <translation>“没问题”的说法</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Worth changing</source>
        <translation>建议修改</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Must change</source>
        <translation>必须修改</translation>
    </message>
</context>
<context>
    <name>SnippetChooser</name>
    <message>
        <source>No reply</source>
        <translation>不放话术</translation>
    </message>
    <message>
        <source>{key} (not found)</source>
        <translation>{key}（未找到）</translation>
    </message>
</context>
<context>
    <name>SnippetForm</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Alt+Enter or a right click mends it.</source>
        <translation>按 Alt+Enter 或点右键可以直接修改。</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Levels are parted by /</source>
        <translation>各级用 / 隔开</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>其他说法</translation>
    </message>
    <message>
        <source>Part them by a line of {separator}</source>
        <translation>各条之间用单独一行 {separator} 隔开</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Several messages</source>
        <translation>多条消息</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>适用场合</translation>
    </message>
    <message>
        <source>{{ customer }} is filled in; {{ cursor }} is where you type on.</source>
        <translation>{{ customer }} 会自动填好；{{ cursor }} 是粘贴后光标停的地方。</translation>
    </message>
</context>
<context>
    <name>SnippetList</name>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>还没有保存</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Allow reading and writing there, or choose another with --home.</source>
        <translation>请允许在那里读写，或用 --home 另选一个。</translation>
    </message>
    <message>
        <source>Check that the folder is there and that you may read and write it.</source>
        <translation>请检查文件夹是否存在、您是否有权读写。</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选择一项。</translation>
    </message>
    <message>
        <source>Make room on the disk or allow writing there, then save again.</source>
        <translation>请腾出磁盘空间或允许写入，然后再保存。</translation>
    </message>
    <message>
        <source>The data folder “{folder}” cannot be used: {reason}. Nothing was changed.</source>
        <translation>数据文件夹“{folder}”无法使用：{reason}。没有任何改动。</translation>
    </message>
    <message>
        <source>The search index was damaged. It is being made anew; your snippets are not affected.</source>
        <translation>搜索索引损坏，正在重建；您的话术不受影响。</translation>
    </message>
    <message>
        <source>The setting “{name}” cannot be “{value}”; its default is used.</source>
        <translation>设置项“{name}”不能是“{value}”；已使用默认值。</translation>
    </message>
    <message>
        <source>The settings in “{file}” were written by a newer version of this program. Nothing in them was changed.</source>
        <translation>“{file}”里的设置由本程序更新的版本写成，没有作任何改动。</translation>
    </message>
    <message>
        <source>There is no own reply “{id}”.</source>
        <translation>没有自己的话术“{id}”。</translation>
    </message>
    <message>
        <source>Update the program, or choose another data folder with --home.</source>
        <translation>请更新程序，或用 --home 另选数据文件夹。</translation>
    </message>
    <message>
        <source>{count} of your own replies cannot be read by this version. They stay in “{file}”.</source>
        <translation>您的话术中有 {count} 条是这个版本读不了的，仍保留在“{file}”里。</translation>
    </message>
    <message>
        <source>{result} The damaged file is kept as “{place}”.</source>
        <translation>{result}损坏的文件保留为“{place}”。</translation>
    </message>
    <message>
        <source>{result} {lost} could not be found again.</source>
        <translation>{result}有 {lost} 没能找回。</translation>
    </message>
    <message>
        <source>{result} {restored} came from the backup of {day}.</source>
        <translation>{result}{restored} 取自 {day} 的备份。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}. Nothing in it was changed.</source>
        <translation>无法读取“{file}”：{reason}。其中的内容没有改动。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved: {reason}. What was saved before is intact.</source>
        <translation>无法保存“{file}”：{reason}。此前保存的内容完好。</translation>
    </message>
    <message>
        <source>“{file}” was damaged. {kept} entries in it were whole.</source>
        <translation>“{file}”已损坏，其中 {kept} 条完好。</translation>
    </message>
    <message>
        <source>“{file}” was missing and was restored from the backup of {day}.</source>
        <translation>“{file}”不见了，已从 {day} 的备份恢复。</translation>
    </message>
    <message>
        <source>“{file}” was written by a newer version of this program. Nothing in it was changed.</source>
        <translation>“{file}”由本程序更新的版本写成，没有作任何改动。</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>A placeholder cannot be read ({detail}).</source>
        <translation>有一个占位符无法识别（{detail}）。</translation>
    </message>
    <message>
        <source>A placeholder is empty.</source>
        <translation>有一个占位符是空的。</translation>
    </message>
    <message>
        <source>Correct the reply in the editor; placeholders look like {example}.</source>
        <translation>请在编辑窗口里改正；占位符的写法如 {example}。</translation>
    </message>
    <message>
        <source>Fill it in and try again.</source>
        <translation>请填好后再试。</translation>
    </message>
    <message>
        <source>Line {line} of the reply: {fault}</source>
        <translation>话术第 {line} 行：{fault}</translation>
    </message>
    <message>
        <source>Not filled in yet: {names}. Nothing was pasted.</source>
        <translation>还没有填：{names}。没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>The filled text still holds a placeholder.</source>
        <translation>填好的文字里还有占位符。</translation>
    </message>
    <message>
        <source>The text holds characters that cannot be pasted.</source>
        <translation>文字里有不能粘贴的字符。</translation>
    </message>
    <message>
        <source>There are more than {most} placeholders.</source>
        <translation>占位符超过了 {most} 个。</translation>
    </message>
    <message>
        <source>“{name}” is not a filter; there are: {known}.</source>
        <translation>“{name}”不是过滤器；可用的有：{known}。</translation>
    </message>
    <message>
        <source>“{name}” is not a plain name.</source>
        <translation>“{name}”不是普通的名称。</translation>
    </message>
    <message>
        <source>“{sign}” is not closed.</source>
        <translation>“{sign}”没有闭合。</translation>
    </message>
    <message>
        <source>“{tag}” cannot stand here; tags are: {known}.</source>
        <translation>这里不能写“{tag}”；可用的标签有：{known}。</translation>
    </message>
    <message>
        <source>“{tag}” is missing.</source>
        <translation>缺少“{tag}”。</translation>
    </message>
</context>
<context>
    <name>TextInput</name>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写这一项。</translation>
    </message>
</context>
<context>
    <name>ToneBar</name>
    <message>
        <source>Language: {language}</source>
        <translation>语言：{language}</translation>
    </message>
    <message>
        <source>Press for the next language</source>
        <translation>按下换下一种语言</translation>
    </message>
    <message>
        <source>Press for the next tone</source>
        <translation>按下换下一种语气</translation>
    </message>
    <message>
        <source>Tone: {tone}</source>
        <translation>语气：{tone}</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>亲切</translation>
    </message>
</context>
<context>
    <name>ToneRow</name>
    <message>
        <source>As written</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Formal (您好)</source>
        <translation>正式（您好）</translation>
    </message>
    <message>
        <source>T   Tone:</source>
        <translation>T   语气：</translation>
    </message>
    <message>
        <source>Warm (亲)</source>
        <translation>亲切（亲）</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Desktop Assist</source>
        <translation>Desktop Assist</translation>
    </message>
    <message>
        <source>Desktop Assist: hotkeys are paused</source>
        <translation>Desktop Assist：快捷键已暂停</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>My replies…</source>
        <translation>我的话术…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Restore previous clipboard</source>
        <translation>恢复之前的剪贴板</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
</context>
<context>
    <name>TrayWindow</name>
    <message>
        <source>Desktop Assist</source>
        <translation>Desktop Assist</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so the menu stands here. It moves into the tray as soon as there is one.</source>
        <translation>这个桌面没有托盘，菜单就放在这里；托盘一出现就会搬过去。</translation>
    </message>
</context>
<context>
    <name>TypedCodes</name>
    <message>
        <source>Typed codes do not work here: the X server does not answer.</source>
        <translation>代码输入在这里不可用：X 服务器没有响应。</translation>
    </message>
    <message>
        <source>Typed codes do not work here: the X server tells no keys.</source>
        <translation>代码输入在这里不可用：X 服务器不提供按键消息。</translation>
    </message>
    <message>
        <source>Typed codes do not work here: this desktop lets no program hear keys.</source>
        <translation>代码输入在这里不可用：这个桌面不允许程序监听按键。</translation>
    </message>
    <message>
        <source>“{code}” is there again, in place of its reply.</source>
        <translation>已撤回话术，恢复成“{code}”。</translation>
    </message>
</context>
<context>
    <name>UndoLine</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
