<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutYou</name>
    <message>
        <source>Canned replies for the chat in front of you, one hotkey away. What you had copied stays on the clipboard, and nothing is ever sent without you.</source>
        <translation>一个快捷键，合适的话术就在聊天输入框里。您复制过的内容原样还在，也绝不会替您发送。</translation>
    </message>
    <message>
        <source>Shop and name fill the replies; both can stay empty.</source>
        <translation>店铺和名字会填进话术，也可以都不填。</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
</context>
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
    <name>Answering</name>
    <message>
        <source>Another one</source>
        <translation>换一题</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案例</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Coming back now: {due}  ·  new today: {fresh}</source>
        <translation>该复习：{due}  ·  今天的新题：{fresh}</translation>
    </message>
    <message>
        <source>Customers&apos; questions</source>
        <translation>客户的提问</translation>
    </message>
    <message>
        <source>Every stage</source>
        <translation>所有阶段</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Go on with new ones</source>
        <translation>再练一些新题</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>答得怎么样？</translation>
    </message>
    <message>
        <source>Leave this one for another time; nothing is counted</source>
        <translation>这一题以后再练，不计入进度</translation>
    </message>
    <message>
        <source>Nothing of this kind is left for today.</source>
        <translation>这一类今天没有要练的了。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>The code, then Enter</source>
        <translation>输入代码，按 Enter</translation>
    </message>
    <message>
        <source>There is nothing to practise. Replies with trigger questions or codes, and cases among the lessons, are asked here.</source>
        <translation>还没有可以练习的内容。带有触发提问或代码的回复，以及课程里的案例，会在这里出题。</translation>
    </message>
    <message>
        <source>Well done, nothing is left for now. The next one comes back {time}.</source>
        <translation>做得好，现在没有要练的了。下一题的时间：{time}。</translation>
    </message>
    <message>
        <source>What do you answer? Ctrl+Enter hands it in.</source>
        <translation>您怎么回答？写好后按 Ctrl+Enter 提交。</translation>
    </message>
    <message>
        <source>What to practise</source>
        <translation>练习内容</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的回答</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}</translation>
    </message>
    <message>
        <source>{name}; comes back in {time}</source>
        <translation>{name}，{time}后再练</translation>
    </message>
</context>
<context>
    <name>AskCategory</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Levels are parted by /; a new category is made by typing it.</source>
        <translation>各级之间用 / 隔开；输入新名称即可新建分类。</translation>
    </message>
    <message>
        <source>Move to a category</source>
        <translation>移到分类</translation>
    </message>
    <message>
        <source>Move {count} replies to:</source>
        <translation>将 {count} 条话术移到：</translation>
    </message>
</context>
<context>
    <name>AskMerge</name>
    <message>
        <source>Its tags, search terms and wordings are joined by those of the others. Yours go into the bin, the team’s are hidden; one press takes it all back.</source>
        <translation>其他几条的标签、搜索词和说法会并入保留的这一条。您自己的会放进回收站，团队的会隐藏；按一下就能全部撤销。</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge replies</source>
        <translation>合并话术</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Which one is kept?</source>
        <translation>保留哪一条？</translation>
    </message>
    <message>
        <source>used {count} times</source>
        <translation>用过 {count} 次</translation>
    </message>
</context>
<context>
    <name>AskTags</name>
    <message>
        <source>Parted by commas. Tags that only some of them have stay as they are.</source>
        <translation>用逗号隔开。只有部分话术带有的标签保持不变。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags that all {count} replies have:</source>
        <translation>这 {count} 条话术共有的标签：</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>Ask whoever looks after this computer.</source>
        <translation>请联系管理这台电脑的人。</translation>
    </message>
    <message>
        <source>The start at login cannot be changed: {reason}. It is as it was.</source>
        <translation>登录启动无法更改：{reason}。一切照旧。</translation>
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
    <name>ChangesPage</name>
    <message>
        <source>Changing the version …</source>
        <translation>正在切换版本…</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Go back to the version before</source>
        <translation>退回上一版</translation>
    </message>
    <message>
        <source>Go back to version {version}</source>
        <translation>退回版本 {version}</translation>
    </message>
    <message>
        <source>Here you will see what your team changes. Nothing has come yet.</source>
        <translation>团队改了什么，会列在这里。现在还没有收到内容。</translation>
    </message>
    <message>
        <source>No pack is here yet.</source>
        <translation>还没有话术包。</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>This is the first version of the pack on this computer.</source>
        <translation>这是这台电脑收到的第一版。</translation>
    </message>
    <message>
        <source>Use version {version} again</source>
        <translation>重新使用版本 {version}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>What the version in use changed against the one before it. Does it not suit you? Go back; the next version comes by itself.</source>
        <translation>正在使用的版本与上一版相比的变化。不合适？可以退回，下一版仍会自动到来。</translation>
    </message>
    <message>
        <source>first version</source>
        <translation>第一版</translation>
    </message>
    <message>
        <source>“{title}” is at version {version} now.</source>
        <translation>“{title}”现在是版本 {version}。</translation>
    </message>
</context>
<context>
    <name>Channel</name>
    <message>
        <source>A file of the channel is missing ({file}).</source>
        <translation>频道缺少一个文件（{file}）。</translation>
    </message>
    <message>
        <source>A file of the channel is not the one that was published.</source>
        <translation>频道里的一个文件不是当初发布的那个。</translation>
    </message>
    <message>
        <source>A pack from the channel was refused: {why}. The version before it stays in use.</source>
        <translation>频道来的一个话术包被拒收：{why}。继续使用之前的版本。</translation>
    </message>
    <message>
        <source>A pack with the id “{id}” cannot be published.</source>
        <translation>编号为“{id}”的话术包不能发布。</translation>
    </message>
    <message>
        <source>A signature of the channel ({list}) has run out, so newer packs may exist; this computer&apos;s date is {now}.</source>
        <translation>频道的一个签名（{list}）已过期，可能有更新的话术；这台电脑的日期是 {now}。</translation>
    </message>
    <message>
        <source>A version is kept when the next one comes.</source>
        <translation>有下一个版本到来时，才会留下前一个。</translation>
    </message>
    <message>
        <source>A web address can be read, but nothing can be published there.</source>
        <translation>网页地址只能读取，不能往那里发布。</translation>
    </message>
    <message>
        <source>A web page came instead of the channel; this is often the sign-in page of the network.</source>
        <translation>收到的是网页而不是频道；这往往是网络的登录页面。</translation>
    </message>
    <message>
        <source>Ask a lead to publish, or to run: desktop-assist channel publish.</source>
        <translation>请组长发布一次，或运行：desktop-assist channel publish。</translation>
    </message>
    <message>
        <source>  “{path}” stays here: it is no part of a pack.</source>
        <translation>  “{path}”留在这里：它不属于话术包。</translation>
    </message>
    <message>
        <source>  … and {count} more lines.</source>
        <translation>  … 还有 {count} 行。</translation>
    </message>
    <message>
        <source>A key to publish with is kept with this channel. Nothing was removed.</source>
        <translation>这个频道里存有发布用的密钥，什么也没有删。</translation>
    </message>
    <message>
        <source>Ask its lead to divide it, or to make its pictures smaller.</source>
        <translation>请它的组长分成几个，或缩小图片。</translation>
    </message>
    <message>
        <source>Ask the channel&apos;s owner for a key file, and take it with: desktop-assist channel subscribe FILE</source>
        <translation>请向频道主人要密钥文件，然后运行：desktop-assist channel subscribe 文件</translation>
    </message>
    <message>
        <source>Ask the channel&apos;s owner for a new key (“channel invite” or “channel replace-key”).</source>
        <translation>请向频道主人要新的密钥（“channel invite”或“channel replace-key”）。</translation>
    </message>
    <message>
        <source>Ask the channel&apos;s owner to sign it anew (“channel invite” or “channel replace-key”).</source>
        <translation>请频道主人重新签名（“channel invite”或“channel replace-key”）。</translation>
    </message>
    <message>
        <source>Ask the lead of the team “{team}” to publish again.</source>
        <translation>请“{team}”组的组长再发布一次。</translation>
    </message>
    <message>
        <source>Ask your lead for the invite again.</source>
        <translation>请再向组长要一次邀请码。</translation>
    </message>
    <message>
        <source>Back to version {version}.</source>
        <translation>恢复到版本 {version}。</translation>
    </message>
    <message>
        <source>Bring their changes into your folder (they are listed above), then publish with --over.</source>
        <translation>请把他的改动（见上面）并入您的文件夹，然后加 --over 发布。</translation>
    </message>
    <message>
        <source>Brought version {version} back.</source>
        <translation>恢复了版本 {version}。</translation>
    </message>
    <message>
        <source>Check the address, or ask your lead for a new invite.</source>
        <translation>请检查地址，或向组长要新的邀请码。</translation>
    </message>
    <message>
        <source>Check the login for it, and that it may read there.</source>
        <translation>请检查登录信息，以及它有没有读取权限。</translation>
    </message>
    <message>
        <source>Check the network and the login for it.</source>
        <translation>请检查网络和登录信息。</translation>
    </message>
    <message>
        <source>Check the network, and that the computer&apos;s date is right. It is tried again by itself.</source>
        <translation>请检查网络，以及电脑的日期是否正确。程序会自动再试。</translation>
    </message>
    <message>
        <source>Check the network. It is tried again by itself.</source>
        <translation>请检查网络。程序会自动再试。</translation>
    </message>
    <message>
        <source>Choose a number from {least} to {most}.</source>
        <translation>请选 {least} 到 {most} 之间的数。</translation>
    </message>
    <message>
        <source>Choose an empty folder; to change the channel that is there, use its keys.</source>
        <translation>请选一个空文件夹；要改动已有的频道，请用它的密钥。</translation>
    </message>
    <message>
        <source>Choose another name, or give them a new key with “channel replace-key”.</source>
        <translation>请换一个名字，或用“channel replace-key”给他新密钥。</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>请从中选择：{names}。</translation>
    </message>
    <message>
        <source>Choose one of: {packs}.</source>
        <translation>请从中选择：{packs}。</translation>
    </message>
    <message>
        <source>Choose one of: {versions}.</source>
        <translation>可以选：{versions}。</translation>
    </message>
    <message>
        <source>Connect the share or the drive; if it was moved, ask your lead for a new invite.</source>
        <translation>请连接共享盘或磁盘；如果搬了地方，请向组长要新的邀请码。</translation>
    </message>
    <message>
        <source>Connect the share, or ask whoever keeps it to let you read there.</source>
        <translation>请连接共享盘，或请管理它的人允许您读取。</translation>
    </message>
    <message>
        <source>Copy it again from what your team lead sent; it ends in a number, a dot and 43 letters.</source>
        <translation>请从组长发来的消息里重新复制；末尾是一个数字、一个点和 43 个字符。</translation>
    </message>
    <message>
        <source>Copy “{folder}” elsewhere first if you may need the key again, then leave the channel with its keys.</source>
        <translation>密钥以后可能要用，就先把“{folder}”复制到别处，再连密钥一起离开频道。</translation>
    </message>
    <message>
        <source>Correct it in your home folder; nobody but you may be able to read it.</source>
        <translation>请在用户文件夹里改正；这个文件只能自己可读。</translation>
    </message>
    <message>
        <source>Do not use it. Ask your lead for the invite by another way, and show them this message.</source>
        <translation>请不要使用它。请用别的方式向组长要邀请码，并给他看这条消息。</translation>
    </message>
    <message>
        <source>From {before} to {after}: {new} new, {changed} changed, {gone} gone.</source>
        <translation>从 {before} 到 {after}：新增 {new} 条，修改 {changed} 条，撤下 {gone} 条。</translation>
    </message>
    <message>
        <source>Give a number, or “default”.</source>
        <translation>请写一个数字，或者 default。</translation>
    </message>
    <message>
        <source>Give it another id in pack.yaml: at most 63 signs, no hyphen at the end, and no name that Windows keeps for itself.</source>
        <translation>请在 pack.yaml 里换一个编号：最多 63 个字符，末尾不用连字符，也不用 Windows 保留的名字。</translation>
    </message>
    <message>
        <source>Give its password; if the file is damaged, take your second copy.</source>
        <translation>请输入它的密码；如果文件损坏，请用您的第二份。</translation>
    </message>
    <message>
        <source>Give the driver its login as the lead&apos;s guide says, and leave it out of the address.</source>
        <translation>请按组长指南提供登录信息，地址里不要写。</translation>
    </message>
    <message>
        <source>Give your pack another id in pack.yaml.</source>
        <translation>请在 pack.yaml 里给您的话术包换一个编号。</translation>
    </message>
    <message>
        <source>Have suggestions sent as files, or use a WebDAV server that lists its folders.</source>
        <translation>请让组员把建议存成文件发给您，或改用能列出文件夹的 WebDAV 服务器。</translation>
    </message>
    <message>
        <source>If it was restored, run: desktop-assist channel repair. If not, find out who put the old files there.</source>
        <translation>如果是恢复的，请运行：desktop-assist channel repair。如果不是，请查清是谁放了旧文件。</translation>
    </message>
    <message>
        <source>If that date is wrong, set it right. {todo}</source>
        <translation>如果这个日期不对，请校准。{todo}</translation>
    </message>
    <message>
        <source>Install the driver: pip install desktop-assist[s3] or desktop-assist[webdav].</source>
        <translation>请安装驱动：pip install desktop-assist[s3] 或 desktop-assist[webdav]。</translation>
    </message>
    <message>
        <source>It is not clear which channel is meant.</source>
        <translation>不清楚指的是哪个频道。</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, ask a lead to run “desktop-assist channel repair”, and tell the channel&apos;s owner: files there may have been exchanged.</source>
        <translation>程序会自动再试。如果一直这样，请组长运行“desktop-assist channel repair”，并告诉频道主人：那里的文件可能被人换过。</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, tell the channel&apos;s owner: files there may have been exchanged.</source>
        <translation>程序会自动再试。如果一直这样，请告诉频道主人：那里的文件可能被人换过。</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, tell whoever keeps that server.</source>
        <translation>程序会自动再试。如果一直这样，请告诉管理那台服务器的人。</translation>
    </message>
    <message>
        <source>It may have been restored from a backup: ask a lead to run “desktop-assist channel repair”. If it was not, someone has put old files there: tell the channel&apos;s owner.</source>
        <translation>可能是从备份恢复的：请组长运行“desktop-assist channel repair”。如果不是，说明有人放了旧文件：请告诉频道主人。</translation>
    </message>
    <message>
        <source>It may just be being published, and is tried again by itself. If it stays so, ask a lead to run: desktop-assist channel repair.</source>
        <translation>可能正在发布，程序会自动再试。如果一直这样，请组长运行：desktop-assist channel repair。</translation>
    </message>
    <message>
        <source>Its content is no longer kept.</source>
        <translation>内容已不再保留。</translation>
    </message>
    <message>
        <source>Let the owner repair the channel with the owner&apos;s key.</source>
        <translation>请主人用主人密钥修复频道。</translation>
    </message>
    <message>
        <source>Look at the differences above, then add --yes.</source>
        <translation>请看上面的差别，然后加上 --yes。</translation>
    </message>
    <message>
        <source>Look at the differences again, then publish.</source>
        <translation>请再看一遍差别，然后发布。</translation>
    </message>
    <message>
        <source>Make its pictures smaller, or divide it into two packs.</source>
        <translation>请缩小图片，或分成两个话术包。</translation>
    </message>
    <message>
        <source>Make room on the disk or allow writing there, then sync again.</source>
        <translation>请腾出磁盘空间或允许写入，然后再同步。</translation>
    </message>
    <message>
        <source>Make room there or allow writing, then publish again.</source>
        <translation>请腾出空间或允许写入，然后再发布一次。</translation>
    </message>
    <message>
        <source>Name a folder that does not exist yet.</source>
        <translation>请写一个还不存在的文件夹。</translation>
    </message>
    <message>
        <source>Name one with --channel: {names}.</source>
        <translation>请用 --channel 指明其中一个：{names}。</translation>
    </message>
    <message>
        <source>Name the file that “channel create” or “channel invite” has written.</source>
        <translation>请指明“channel create”或“channel invite”写出的那个文件。</translation>
    </message>
    <message>
        <source>Name the folder that the web server serves, and the web address as --address.</source>
        <translation>请写网页服务器所用的文件夹，网页地址用 --address 给出。</translation>
    </message>
    <message>
        <source>Name the owner&apos;s key file with --owner-key; it was written by “channel create”.</source>
        <translation>请用 --owner-key 指明主人密钥文件；它是“channel create”写出的。</translation>
    </message>
    <message>
        <source>Nobody is here to agree. Nothing was published.</source>
        <translation>没有人来确认。什么都没有发布。</translation>
    </message>
    <message>
        <source>Notes and reasons may have {most} characters; these have more. Nothing was published.</source>
        <translation>说明和理由各不超过 {most} 字，现在超出了，什么也没有发布。</translation>
    </message>
    <message>
        <source>Nothing could be written to “{folder}”: {reason}. Agents keep what was published before.</source>
        <translation>没能写入“{folder}”：{reason}。客服仍用之前发布的内容。</translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>什么都没有发布。</translation>
    </message>
    <message>
        <source>Open a web page and see whether the network wants you to sign in. If it stays so, ask a lead to run: desktop-assist channel repair.</source>
        <translation>请打开一个网页，看看网络是否要求登录。如果一直这样，请组长运行：desktop-assist channel repair。</translation>
    </message>
    <message>
        <source>Open a web page and sign in to the network. If the channel has moved, ask your lead for a new invite.</source>
        <translation>请打开一个网页，登录网络。如果频道搬了地方，请向组长要新的邀请码。</translation>
    </message>
    <message>
        <source>Open a web page and sign in to the network. If there is nothing to sign in to, the server must answer 404 for files that are not there: tell whoever keeps {host}.</source>
        <translation>请打开一个网页，登录网络。如果没有什么可登录的，那就是服务器对不存在的文件没有回答 404：请告诉管理 {host} 的人。</translation>
    </message>
    <message>
        <source>Publish again.</source>
        <translation>请再发布一次。</translation>
    </message>
    <message>
        <source>Publish this? [y/N]</source>
        <translation>要发布吗？[y/N]</translation>
    </message>
    <message>
        <source>Published although a rule forbids it ({rules}): {why}</source>
        <translation>规则禁止（{rules}），仍然发布，理由：{why}</translation>
    </message>
    <message>
        <source>Published: {change}</source>
        <translation>已发布：{change}</translation>
    </message>
    <message>
        <source>Put in the USB stick and name the file: --owner-key FILE</source>
        <translation>请插上 U 盘并指明文件：--owner-key 文件</translation>
    </message>
    <message>
        <source>Put them in other words, or publish with --overrule and your reason, which is recorded.</source>
        <translation>请换个说法；或者用 --overrule 写明理由后发布，理由会记录下来。</translation>
    </message>
    <message>
        <source>Remove that file, and set them again with: desktop-assist channel limits</source>
        <translation>删掉这个文件，再用 desktop-assist channel limits 重新设置</translation>
    </message>
    <message>
        <source>Rename that file with letters and digits alone, and correct “image:” where a reply names it.</source>
        <translation>请只用文字和数字给这个文件改名；有话术用“image:”引用它时，也一并改正。</translation>
    </message>
    <message>
        <source>Restore its folder from a backup, or run “channel repair” on the computer that published last.</source>
        <translation>请从备份恢复它的文件夹，或在最后发布的那台电脑上运行“channel repair”。</translation>
    </message>
    <message>
        <source>Say it in fewer words.</source>
        <translation>请写短一些。</translation>
    </message>
    <message>
        <source>See them all with: desktop-assist lint {folder}</source>
        <translation>全部列出：desktop-assist lint {folder}</translation>
    </message>
    <message>
        <source>Set this computer&apos;s date and time right, then sync again.</source>
        <translation>请校准这台电脑的日期和时间，然后再同步。</translation>
    </message>
    <message>
        <source>Someone else began to publish meanwhile. Nothing of yours was published, and nothing was lost.</source>
        <translation>其间有别人开始发布。您的内容没有发布，也没有丢失。</translation>
    </message>
    <message>
        <source>Subscribe again with the invite.</source>
        <translation>请用邀请码重新订阅。</translation>
    </message>
    <message>
        <source>Take one with: desktop-assist channel subscribe INVITE</source>
        <translation>接入的命令：desktop-assist channel subscribe 邀请码</translation>
    </message>
    <message>
        <source>Take that version as a folder (channel history {pack} --save {version} FOLDER), mend it there and publish the folder.</source>
        <translation>把那一版取成文件夹（channel history {pack} --save {version} 文件夹），改好后发布那个文件夹。</translation>
    </message>
    <message>
        <source>Tell the channel&apos;s owner, by another way, and show them this message. Do not subscribe anew before they have answered.</source>
        <translation>请用别的方式告诉频道主人，并给他看这条消息。在他答复之前不要重新订阅。</translation>
    </message>
    <message>
        <source>Tell the channel&apos;s owner: someone has put it there.</source>
        <translation>请告诉频道主人：有人把它放在了那里。</translation>
    </message>
    <message>
        <source>Tell the channel&apos;s owner: someone may have exchanged files there.</source>
        <translation>请告诉频道主人：那里的文件可能被人换过。</translation>
    </message>
    <message>
        <source>Tell the channel&apos;s owner: the key of a lead of this team may be in wrong hands.</source>
        <translation>请告诉频道主人：这个组某位组长的密钥可能落入了他人之手。</translation>
    </message>
    <message>
        <source>Tell the lead who published it to publish it again with Desktop Assist; if they did not make it, their key is in wrong hands.</source>
        <translation>请告诉发布它的组长，用本程序重新发布；如果不是他做的，他的密钥已经落入他人之手。</translation>
    </message>
    <message>
        <source>The address holds a login, and it would travel to everybody in the invite. Nothing was changed.</source>
        <translation>地址里写了登录信息，邀请码会把它带给所有人。什么也没有改。</translation>
    </message>
    <message>
        <source>The channel cannot be reached.</source>
        <translation>连不上频道。</translation>
    </message>
    <message>
        <source>The channel has no lead “{name}”. Nothing was changed.</source>
        <translation>频道里没有组长“{name}”。什么都没有改变。</translation>
    </message>
    <message>
        <source>The channel is damaged or was changed by a stranger ({what}). Nothing was written to it, and agents keep the packs they have.</source>
        <translation>频道损坏了，或被外人改过（{what}）。什么都没有写入，客服仍用手上的话术。</translation>
    </message>
    <message>
        <source>The channel is older than what this computer has seen ({lists}): it may have been restored from a backup. Nothing was written, and agents keep the packs they have.</source>
        <translation>频道比这台电脑见过的还旧（{lists}）：可能是从备份恢复的。什么都没有写入，客服仍用手上的话术。</translation>
    </message>
    <message>
        <source>The channel is older than what this computer has seen already.</source>
        <translation>频道比这台电脑见过的还旧。</translation>
    </message>
    <message>
        <source>The channel is repaired. Agents take it with their next sync.</source>
        <translation>频道已修复。客服下次同步时就会收到。</translation>
    </message>
    <message>
        <source>The channel is repaired. These packs are lost and must be published again: {packs}.</source>
        <translation>频道已修复。这些话术包已丢失，需要重新发布：{packs}。</translation>
    </message>
    <message>
        <source>The channel sent more than it had announced.</source>
        <translation>频道发来的内容比它声明的多。</translation>
    </message>
    <message>
        <source>The channel “{name}” is made. Agents take it with this invite:</source>
        <translation>频道“{name}”已建立。客服用这个邀请码接入：</translation>
    </message>
    <message>
        <source>The channel&apos;s folder “{folder}” cannot be read: {reason}.</source>
        <translation>频道的文件夹“{folder}”读不了：{reason}。</translation>
    </message>
    <message>
        <source>The channel&apos;s folder “{folder}” is not there.</source>
        <translation>频道的文件夹“{folder}”不在。</translation>
    </message>
    <message>
        <source>The connection to {host} broke off.</source>
        <translation>与 {host} 的连接断了。</translation>
    </message>
    <message>
        <source>The history of “{pack}” was written by a newer version of this program. Nothing was changed.</source>
        <translation>“{pack}”的历史是由更新版本的程序写的，什么也没有改。</translation>
    </message>
    <message>
        <source>The key file cannot be written to “{file}”. Nothing was changed.</source>
        <translation>密钥文件不能写到“{file}”。什么都没有改变。</translation>
    </message>
    <message>
        <source>The key of “{name}” does not open. Nothing was changed.</source>
        <translation>“{name}”的密钥打不开。什么都没有改变。</translation>
    </message>
    <message>
        <source>The limits in “{file}” are not right: {reason}. No channel is asked until they are; the packs you have work on.</source>
        <translation>“{file}”里的限制不对：{reason}。改好之前不会查询任何频道；现有话术照常使用。</translation>
    </message>
    <message>
        <source>The list of the team “{team}” names packs that are not its own; they were left out.</source>
        <translation>“{team}”组的清单里有不属于它的话术包，已忽略。</translation>
    </message>
    <message>
        <source>The list of the team “{team}” went back as well, and this key may not sign it. Nothing agents see was changed.</source>
        <translation>“{team}”组的清单也退回了，而这个密钥不能为它签名。客服看到的没有任何改变。</translation>
    </message>
    <message>
        <source>The lists in the channel do not fit together.</source>
        <translation>频道里的清单互相对不上。</translation>
    </message>
    <message>
        <source>The logins in the file .netrc cannot be read: {reason}.</source>
        <translation>读不了 .netrc 文件里的登录信息：{reason}。</translation>
    </message>
    <message>
        <source>The name {host} cannot be found in the network.</source>
        <translation>网络里找不到名为 {host} 的服务器。</translation>
    </message>
    <message>
        <source>The old key of “{name}” counts no more. If it was stolen, look through what was published with it.</source>
        <translation>“{name}”的旧密钥已作废。如果是被盗的，请看一遍用它发布过什么。</translation>
    </message>
    <message>
        <source>The owner&apos;s key is in “{file}”. Copy it to two USB sticks, lock them away and delete the file here: whoever has it decides who may publish.</source>
        <translation>主人密钥在“{file}”。请复制到两个 U 盘锁好，再删掉这里的文件：谁拿到它，谁就决定谁能发布。</translation>
    </message>
    <message>
        <source>The owner&apos;s key is not on this computer. Nothing was changed.</source>
        <translation>主人密钥不在这台电脑上。什么都没有改变。</translation>
    </message>
    <message>
        <source>The owner&apos;s new key is in “{file}”; the old one counts no more. Exchange it on your USB sticks.</source>
        <translation>新的主人密钥在“{file}”；旧的已作废。请更换 U 盘里的那份。</translation>
    </message>
    <message>
        <source>The pack cannot be published: {fault}.</source>
        <translation>话术包不能发布：{fault}。</translation>
    </message>
    <message>
        <source>The pack in “{folder}” is too big to be published: {files} files, {size} MB.</source>
        <translation>“{folder}”里的话术包太大，不能发布：{files} 个文件，{size} MB。</translation>
    </message>
    <message>
        <source>The pack “{pack}” belongs to the team “{team}”. Nothing was published.</source>
        <translation>话术包“{pack}”属于“{team}”组。什么都没有发布。</translation>
    </message>
    <message>
        <source>The pack “{title}” is bigger than allowed ({size} MB). What was in use stays.</source>
        <translation>话术包“{title}”超过了允许的大小（{size} MB）。继续使用原来的。</translation>
    </message>
    <message>
        <source>The packs could not be kept in “{folder}”: {reason}. Those before stay in use.</source>
        <translation>话术包没能存入“{folder}”：{reason}。继续使用之前的。</translation>
    </message>
    <message>
        <source>The signatures are fresh again.</source>
        <translation>签名已更新。</translation>
    </message>
    <message>
        <source>The subscription in “{folder}” is damaged.</source>
        <translation>“{folder}”里的订阅损坏了。</translation>
    </message>
    <message>
        <source>The team&apos;s replies on this computer stay as they are.</source>
        <translation>这台电脑上的团队话术保持不变。</translation>
    </message>
    <message>
        <source>The two passwords differ, or are empty. Nothing was changed.</source>
        <translation>两次输入的密码不同，或是空的。什么都没有改变。</translation>
    </message>
    <message>
        <source>There is a channel at this place already. Nothing was changed.</source>
        <translation>这个地方已经有一个频道。什么都没有改变。</translation>
    </message>
    <message>
        <source>There is no channel at “{address}”.</source>
        <translation>“{address}”那里没有频道。</translation>
    </message>
    <message>
        <source>There is no earlier version of “{pack}” on this computer.</source>
        <translation>这台电脑上没有“{pack}”的更早版本。</translation>
    </message>
    <message>
        <source>There is no limit “{name}”. Nothing was changed.</source>
        <translation>没有名为“{name}”的限制，什么也没有改。</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>This channel is being synced already.</source>
        <translation>这个频道正在同步。</translation>
    </message>
    <message>
        <source>This computer cannot reach “{address}”: {reason}.</source>
        <translation>这台电脑连不上“{address}”：{reason}。</translation>
    </message>
    <message>
        <source>This computer has left the channel. What you wrote yourself is as it was.</source>
        <translation>这台电脑已离开频道，您自己写的内容没有动。</translation>
    </message>
    <message>
        <source>This computer has no key to publish with. Nothing was published.</source>
        <translation>这台电脑没有发布用的密钥。什么都没有发布。</translation>
    </message>
    <message>
        <source>This computer has no pack “{pack}” from the channel.</source>
        <translation>这台电脑上没有来自频道的话术包“{pack}”。</translation>
    </message>
    <message>
        <source>This computer knows no channel yet.</source>
        <translation>这台电脑还没有接入任何频道。</translation>
    </message>
    <message>
        <source>This computer&apos;s date is {now}, but at the channel it is {told}.</source>
        <translation>这台电脑的日期是 {now}，频道那边是 {told}。</translation>
    </message>
    <message>
        <source>This is not a whole invite. Nothing was changed.</source>
        <translation>邀请码不完整。什么都没有改变。</translation>
    </message>
    <message>
        <source>This is not the owner&apos;s key of the channel. Nothing was changed.</source>
        <translation>这不是频道主人的密钥。什么都没有改变。</translation>
    </message>
    <message>
        <source>This key may not publish here any more, or never might. Nothing was published.</source>
        <translation>这个密钥不能再在这里发布，或者从来不能。什么都没有发布。</translation>
    </message>
    <message>
        <source>Try again in a few minutes. If nobody publishes, remove “{lock}” from the channel&apos;s folder.</source>
        <translation>请过几分钟再试。如果其实没有人在发布，请删除频道文件夹里的“{lock}”。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>请更新程序。</translation>
    </message>
    <message>
        <source>Update this program; if it is up to date, tell the lead.</source>
        <translation>请更新本程序；如果已是最新，请告诉组长。</translation>
    </message>
    <message>
        <source>Use small letters a–z, digits and hyphens, at most 63, such as team-1.</source>
        <translation>请用小写字母 a–z、数字和连字符，最多 63 个，例如 team-1。</translation>
    </message>
    <message>
        <source>Version {version} is in “{folder}”.</source>
        <translation>版本 {version} 已存到“{folder}”。</translation>
    </message>
    <message>
        <source>Version {version} of “{pack}” is too old: its content is no longer kept.</source>
        <translation>“{pack}”的版本 {version} 太旧，内容已不再保留。</translation>
    </message>
    <message>
        <source>Version {version} of “{title}” cannot be read ({why}). The version before it stays in use.</source>
        <translation>“{title}”的 {version} 版读不了（{why}）。继续使用之前的版本。</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>请稍等。</translation>
    </message>
    <message>
        <source>What came is not a list of the channel, or only a part of one.</source>
        <translation>收到的不是频道的清单，或者只有一部分。</translation>
    </message>
    <message>
        <source>What lies at “{address}” is not the channel that the invite means. Nothing was taken from it.</source>
        <translation>“{address}”那里不是邀请码所指的频道。没有从那里取任何内容。</translation>
    </message>
    <message>
        <source>What lies in the channel is not signed by whom it must be.</source>
        <translation>频道里的内容不是由应当签名的人签的。</translation>
    </message>
    <message>
        <source>Withdrawn: {names}. Each computer loses them with its next sync.</source>
        <translation>已撤下：{names}。每台电脑下次同步时就会消失。</translation>
    </message>
    <message>
        <source>Write each entry of pack.yaml on a line of its own.</source>
        <translation>pack.yaml 里请每项各写一行。</translation>
    </message>
    <message>
        <source>Your own folder of the pack is as it was: publish from it only once it has what you want. Version {version} as a folder: desktop-assist channel history {pack} --save {version} FOLDER</source>
        <translation>您自己的话术包文件夹没有动：内容合适了再从那里发布。把版本 {version} 取成文件夹：desktop-assist channel history {pack} --save {version} 文件夹</translation>
    </message>
    <message>
        <source>Your team has no pack “{pack}” in the channel. Nothing was changed.</source>
        <translation>您的组在频道里没有话术包“{pack}”，什么也没有改。</translation>
    </message>
    <message>
        <source>also where a key to publish with is kept with it</source>
        <translation>即使里面存有发布用的密钥</translation>
    </message>
    <message>
        <source>“{value}” is no number. Nothing was changed.</source>
        <translation>“{value}”不是数字，什么也没有改。</translation>
    </message>
    <message>
        <source>… with this one; the newest where one of the two is left out</source>
        <translation>……和这个版本比较；少写一个就用最新版</translation>
    </message>
    <message>
        <source>another pack</source>
        <translation>是另一个话术包</translation>
    </message>
    <message>
        <source>Choose another place or name, on the command line by --out or --owner-key; a key file that is there is never replaced.</source>
        <translation>请换个位置或名字（命令行里用 --out 或 --owner-key）；已有的密钥文件绝不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose the folder of a pack, the one with the file pack.yaml.</source>
        <translation>请选择话术包的文件夹，也就是里面有 pack.yaml 的那个。</translation>
    </message>
    <message>
        <source>The channel in “{folder}” was subscribed to by a newer version of this program. Its replies work on, but nothing new comes.</source>
        <translation>“{folder}”里的频道是用更新版本的程序订阅的。话术照常能用，但收不到新内容。</translation>
    </message>
    <message>
        <source>Update this program on this computer.</source>
        <translation>请更新这台电脑上的程序。</translation>
    </message>
    <message>
        <source>ask for a password that locks the owner&apos;s key</source>
        <translation>要求输入密码来保护主人密钥</translation>
    </message>
    <message>
        <source>bytes of a file&apos;s name</source>
        <translation>文件名最多几字节</translation>
    </message>
    <message>
        <source>bytes of a pack as it travels</source>
        <translation>一个话术包压缩后最多几字节</translation>
    </message>
    <message>
        <source>bytes of a pack once it is unpacked</source>
        <translation>一个话术包解开后最多几字节</translation>
    </message>
    <message>
        <source>bytes of a signed list</source>
        <translation>一份签名清单最多几字节</translation>
    </message>
    <message>
        <source>bytes of one file in the inbox</source>
        <translation>收件箱里一个文件的字节数</translation>
    </message>
    <message>
        <source>characters of a publish&apos;s notes and of a reason</source>
        <translation>发布说明和理由各最多几字</translation>
    </message>
    <message>
        <source>compare this version …</source>
        <translation>用这个版本…</translation>
    </message>
    <message>
        <source>do not ask</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>fetch what is new in every channel</source>
        <translation>取回每个频道的新内容</translation>
    </message>
    <message>
        <source>files in a pack</source>
        <translation>一个话术包最多几个文件</translation>
    </message>
    <message>
        <source>give a lead, or the owner, a new key; the old one counts no more</source>
        <translation>给组长或主人换新密钥；旧的作废</translation>
    </message>
    <message>
        <source>give no new key: this lead publishes no more</source>
        <translation>不给新密钥：这位组长不再发布</translation>
    </message>
    <message>
        <source>it holds {count} files</source>
        <translation>里面有 {count} 个文件</translation>
    </message>
    <message>
        <source>it is no whole zip file</source>
        <translation>不是完整的 zip 文件</translation>
    </message>
    <message>
        <source>it would swell to {size} MB</source>
        <translation>解开后会膨胀到 {size} MB</translation>
    </message>
    <message>
        <source>leave a channel: its packs go, what you wrote yourself stays</source>
        <translation>离开频道：移除它的话术包，保留您自己写的</translation>
    </message>
    <message>
        <source>make a channel in a folder, on a share or in a bucket</source>
        <translation>在文件夹、共享盘或对象存储里建立频道</translation>
    </message>
    <message>
        <source>only show what would change</source>
        <translation>只看会有什么变化</translation>
    </message>
    <message>
        <source>pack.yaml has no line that begins with “version:”.</source>
        <translation>pack.yaml 里没有以“version:”开头的行。</translation>
    </message>
    <message>
        <source>packs of a team</source>
        <translation>一个组最多几个话术包</translation>
    </message>
    <message>
        <source>parts of a file&apos;s path in a pack</source>
        <translation>话术包里的路径最多几层</translation>
    </message>
    <message>
        <source>print the invite for agents, or let a lead in</source>
        <translation>打印给客服的邀请码，或邀请一位组长</translation>
    </message>
    <message>
        <source>publish although another lead has done so since you did</source>
        <translation>即使别的组长在您之后发布过也发布</translation>
    </message>
    <message>
        <source>publish packs; without any, sign anew what is published</source>
        <translation>发布话术包；不写话术包时只更新签名</translation>
    </message>
    <message>
        <source>publish the content of an older version once more</source>
        <translation>把旧版本的内容再发布一次</translation>
    </message>
    <message>
        <source>publish wordings that a rule forbids, for this reason</source>
        <translation>即使有规则禁止的用语也发布，理由是</translation>
    </message>
    <message>
        <source>repair a channel that was restored from a backup</source>
        <translation>修复从备份恢复的频道</translation>
    </message>
    <message>
        <source>reports of use in the inbox that are looked at</source>
        <translation>收件箱里查看的使用报告数</translation>
    </message>
    <message>
        <source>seconds for a pack, however slowly it comes</source>
        <translation>一个话术包最多下载几秒</translation>
    </message>
    <message>
        <source>seconds for a signed list, however slowly it comes</source>
        <translation>一份签名清单最多下载几秒</translation>
    </message>
    <message>
        <source>seconds until a server has taken the connection</source>
        <translation>连接服务器最多等几秒</translation>
    </message>
    <message>
        <source>suggestions in the inbox that are looked at</source>
        <translation>收件箱里查看的建议数</translation>
    </message>
    <message>
        <source>take a channel, by an invite or a lead&apos;s key file</source>
        <translation>用邀请码或组长的密钥文件接入频道</translation>
    </message>
    <message>
        <source>take back a pack, or one reply as pack/id; may be given again</source>
        <translation>撤下一个话术包，或写成 包/编号 撤下一条；可以写多次</translation>
    </message>
    <message>
        <source>teams in a channel</source>
        <translation>一个频道最多几个组</translation>
    </message>
    <message>
        <source>tell how each channel stands</source>
        <translation>说明每个频道的状态</translation>
    </message>
    <message>
        <source>tell the versions of a pack, or how two of them differ</source>
        <translation>列出话术包的版本，或比较两个版本</translation>
    </message>
    <message>
        <source>tell what a channel may cost this computer, or change it</source>
        <translation>查看或修改这台电脑对频道的限制</translation>
    </message>
    <message>
        <source>the file of the owner&apos;s key, such as on a USB stick</source>
        <translation>主人密钥文件，例如在 U 盘上</translation>
    </message>
    <message>
        <source>the name of the first lead</source>
        <translation>第一位组长的名字</translation>
    </message>
    <message>
        <source>the new number, or “default”</source>
        <translation>新的数字，或者 default</translation>
    </message>
    <message>
        <source>the team of the first lead; small letters, digits and hyphens</source>
        <translation>第一位组长的组；小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>the team whose packs the lead publishes; it is made where it is new</source>
        <translation>这位组长发布哪个组的话术包；新的组会自动建立</translation>
    </message>
    <message>
        <source>the version to bring back, as “channel history” names it</source>
        <translation>要恢复的版本，写法同“channel history”</translation>
    </message>
    <message>
        <source>unpacked bytes for one packed byte</source>
        <translation>每个压缩字节最多解开成几字节</translation>
    </message>
    <message>
        <source>use the version of a pack before the present one</source>
        <translation>改用话术包的上一个版本</translation>
    </message>
    <message>
        <source>versions of each pack that its history tells of</source>
        <translation>每个话术包的历史最多记录几版</translation>
    </message>
    <message>
        <source>versions of each pack whose content stays in the channel</source>
        <translation>频道里保留每个话术包最近几版的内容</translation>
    </message>
    <message>
        <source>what agents should know of it</source>
        <translation>想让客服知道的说明</translation>
    </message>
    <message>
        <source>where a lead publishes from now on, if the channel has moved</source>
        <translation>频道搬家后，组长今后发布到哪里</translation>
    </message>
    <message>
        <source>where agents read it, if elsewhere: https://…</source>
        <translation>客服从哪里读取（如果不同）：https://…</translation>
    </message>
    <message>
        <source>where leads publish: a folder, or an address such as s3://bucket/name</source>
        <translation>组长发布到哪里：文件夹，或 s3://bucket/name 这样的地址</translation>
    </message>
    <message>
        <source>where to write the new key file</source>
        <translation>新的密钥文件写到哪里</translation>
    </message>
    <message>
        <source>which channel, where there are several</source>
        <translation>有几个频道时，指明哪一个</translation>
    </message>
    <message>
        <source>write the content of a version into a new folder; for leads</source>
        <translation>把某个版本的内容写进新文件夹；组长用</translation>
    </message>
    <message>
        <source>{first} {more} more packs have news.</source>
        <translation>{first}另有 {more} 个话术包有更新。</translation>
    </message>
    <message>
        <source>{host} answers with error {status}.</source>
        <translation>{host} 回答错误 {status}。</translation>
    </message>
    <message>
        <source>{host} cannot be reached.</source>
        <translation>连不上 {host}。</translation>
    </message>
    <message>
        <source>{host} could not prove that it is the right server ({reason}).</source>
        <translation>{host} 无法证明自己是正确的服务器（{reason}）。</translation>
    </message>
    <message>
        <source>{host} sends too slowly: a file did not come within {seconds} s.</source>
        <translation>{host} 发送太慢：一个文件在 {seconds} 秒内没有收完。</translation>
    </message>
    <message>
        <source>{host} sends us elsewhere ({status}); this may be the sign-in page of the network.</source>
        <translation>{host} 让我们转到别处（{status}）；可能是网络的登录页面。</translation>
    </message>
    <message>
        <source>{host} takes no connection.</source>
        <translation>{host} 不接受连接。</translation>
    </message>
    <message>
        <source>{name}: not fetched yet.</source>
        <translation>{name}：还没有取过内容。</translation>
    </message>
    <message>
        <source>{name}: the packs may be out of date.</source>
        <translation>{name}：话术可能不是最新的。</translation>
    </message>
    <message>
        <source>{name}: {count} packs, looked for news {minutes} minutes ago.</source>
        <translation>{name}：{count} 个话术包，{minutes} 分钟前检查过。</translation>
    </message>
    <message>
        <source>{name}: {problem}</source>
        <translation>{name}：{problem}</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {gone} gone</source>
        <translation>新增 {new}，修改 {changed}，撤下 {gone}</translation>
    </message>
    <message>
        <source>{place}: {fault}</source>
        <translation>{place}：{fault}</translation>
    </message>
    <message>
        <source>{title} {version}: {new} new, {changed} changed, {gone} gone.</source>
        <translation>{title} {version}：新增 {new} 条，修改 {changed} 条，撤下 {gone} 条。</translation>
    </message>
    <message>
        <source>{title}: nothing has changed.</source>
        <translation>{title}：没有变化。</translation>
    </message>
    <message>
        <source>{title}: withdrawn.</source>
        <translation>{title}：已撤下。</translation>
    </message>
    <message>
        <source>{what} The team&apos;s replies on this computer stay as they are.</source>
        <translation>{what} 这台电脑上的团队话术保持不变。</translation>
    </message>
    <message>
        <source>{what} {kept}</source>
        <translation>{what}{kept}</translation>
    </message>
    <message>
        <source>{who} has been publishing since {since}. Nothing of yours was published, and nothing was lost.</source>
        <translation>{who} 从 {since} 起正在发布。您的内容没有发布，也没有丢失。</translation>
    </message>
    <message>
        <source>{who} has published “{pack}” since you did. Nothing of yours was published.</source>
        <translation>您上次发布之后，{who} 发布过“{pack}”。您的内容没有发布。</translation>
    </message>
    <message>
        <source>{who} has published “{pack}” while you were looking at yours. Nothing of yours was published.</source>
        <translation>您在查看的时候，{who} 发布了“{pack}”。您的内容没有发布。</translation>
    </message>
    <message>
        <source>“{address}” does not answer as it should: {reason}.</source>
        <translation>“{address}”的回答不对：{reason}。</translation>
    </message>
    <message>
        <source>“{address}” does not say which files it has, so nothing in its inbox can be found.</source>
        <translation>“{address}”不列出它有哪些文件，所以找不到收件箱里的内容。</translation>
    </message>
    <message>
        <source>“{address}” is not a web address.</source>
        <translation>“{address}”不是网页地址。</translation>
    </message>
    <message>
        <source>“{file}” is no key file.</source>
        <translation>“{file}”不是密钥文件。</translation>
    </message>
    <message>
        <source>“{file}” is the key of “{name}” for the team “{team}”. Hand it to them and to nobody else; they take it with: desktop-assist channel subscribe FILE</source>
        <translation>“{file}”是“{name}”在“{team}”组的密钥。请只交给本人；他用这个命令接入：desktop-assist channel subscribe 文件</translation>
    </message>
    <message>
        <source>“{file}” was written by a newer version of this program.</source>
        <translation>“{file}”是较新版本的程序写的。</translation>
    </message>
    <message>
        <source>“{folder}” holds no pack: there is no sound pack.yaml in it.</source>
        <translation>“{folder}”里没有话术包：没有可用的 pack.yaml。</translation>
    </message>
    <message>
        <source>“{folder}” is there already. Nothing was written.</source>
        <translation>“{folder}”已经存在，什么也没有写。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a team.</source>
        <translation>“{name}”不能用作组名。</translation>
    </message>
    <message>
        <source>“{name}” cannot be {value}. Nothing was changed.</source>
        <translation>“{name}”不能是 {value}，什么也没有改。</translation>
    </message>
    <message>
        <source>“{name}” is a lead of this channel already. Nothing was changed.</source>
        <translation>“{name}”已经是这个频道的组长。什么都没有改变。</translation>
    </message>
    <message>
        <source>“{pack}” has no version “{version}”.</source>
        <translation>“{pack}”没有“{version}”这个版本。</translation>
    </message>
    <message>
        <source>“{pack}” has {count} faults and was not published. The first: {place}: {fault}</source>
        <translation>“{pack}”有 {count} 处错误，没有发布。第一处：{place}：{fault}</translation>
    </message>
    <message>
        <source>“{pack}” has {count} wordings that a rule forbids and was not published. The first: {file}:{line}: “{text}”</source>
        <translation>“{pack}”有 {count} 处规则禁止的用语，没有发布。第一处：{file}:{line}：“{text}”</translation>
    </message>
    <message>
        <source>“{path}” and “{other}” differ in capital letters only</source>
        <translation>“{path}”和“{other}”只差大小写</translation>
    </message>
    <message>
        <source>“{path}” has signs that not every computer takes</source>
        <translation>“{path}”含有不是每台电脑都认的字符</translation>
    </message>
    <message>
        <source>“{path}” in it is encrypted</source>
        <translation>其中的“{path}”是加密的</translation>
    </message>
    <message>
        <source>“{path}” in it is no ordinary file</source>
        <translation>其中的“{path}”不是普通文件</translation>
    </message>
    <message>
        <source>“{path}” in the channel is longer than allowed.</source>
        <translation>频道里的“{path}”超过了允许的长度。</translation>
    </message>
    <message>
        <source>“{path}” in the channel is no ordinary file.</source>
        <translation>频道里的“{path}”不是普通文件。</translation>
    </message>
    <message>
        <source>“{path}” is a name that Windows keeps for itself</source>
        <translation>“{path}”是 Windows 保留的名字</translation>
    </message>
    <message>
        <source>“{path}” is too long a name</source>
        <translation>“{path}”名字太长</translation>
    </message>
    <message>
        <source>“{path}” leads out of the pack</source>
        <translation>“{path}”超出了话术包的范围</translation>
    </message>
    <message>
        <source>“{path}” lies too deep</source>
        <translation>“{path}”层数太深</translation>
    </message>
    <message>
        <source>“{path}” may not be read at “{address}”, or is not there.</source>
        <translation>“{address}”上的“{path}”不允许读取，或者不存在。</translation>
    </message>
    <message>
        <source>“{path}” stands in it twice</source>
        <translation>其中的“{path}”出现了两次</translation>
    </message>
</context>
<context>
    <name>ChannelWindow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>频道</translation>
    </message>
    <message>
        <source>Channel and keys</source>
        <translation>频道与密钥</translation>
    </message>
    <message>
        <source>Choose the file that your team lead sent you.</source>
        <translation>请选择组长发给您的文件。</translation>
    </message>
    <message>
        <source>Correct the faults in the files; then look again.</source>
        <translation>请先改正文件里的错误，再查看一次。</translation>
    </message>
    <message>
        <source>Counts of use</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Everything that was published is here.</source>
        <translation>已发布的内容都在这里。</translation>
    </message>
    <message>
        <source>For everyone who answers</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>For team leads</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>已撤下</translation>
    </message>
    <message>
        <source>It is no longer sure that nothing newer exists. The replies work as before; ask a team lead to publish again.</source>
        <translation>无法确定有没有更新的内容。话术照常可用；请组长再发布一次。</translation>
    </message>
    <message>
        <source>Its packs have not been fetched yet: look for news.</source>
        <translation>话术包还没有取来，请点“立即检查更新”。</translation>
    </message>
    <message>
        <source>May be out of date</source>
        <translation>可能不是最新</translation>
    </message>
    <message>
        <source>My channel</source>
        <translation>我的频道</translation>
    </message>
    <message>
        <source>My suggestions</source>
        <translation>我的建议</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>新话术</translation>
    </message>
    <message>
        <source>News refused</source>
        <translation>新内容被拒收</translation>
    </message>
    <message>
        <source>No reply is different.</source>
        <translation>没有话术不同。</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>还没有取来</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Should go</source>
        <translation>建议撤下</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止，什么都没有改。</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>提建议</translation>
    </message>
    <message>
        <source>Suggestions of agents</source>
        <translation>客服的建议</translation>
    </message>
    <message>
        <source>Team packs</source>
        <translation>团队话术</translation>
    </message>
    <message>
        <source>The replies are the same; other parts of the pack differ.</source>
        <translation>话术相同，话术包的其他部分有不同。</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有什么变化</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>要做的事</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>没有采纳</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已采纳</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>{count} days ago</source>
        <translation>{count} 天前</translation>
    </message>
    <message>
        <source>{count} hours ago</source>
        <translation>{count} 小时前</translation>
    </message>
    <message>
        <source>{count} minutes ago</source>
        <translation>{count} 分钟前</translation>
    </message>
    <message>
        <source>{file}, line {line}: a rule forbids “{text}”. {why}</source>
        <translation>{file} 第 {line} 行：规则禁止“{text}”。{why}</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {gone} gone</source>
        <translation>新增 {new}，改动 {changed}，撤下 {gone}</translation>
    </message>
    <message>
        <source>{who} has published this pack since you did.</source>
        <translation>在您上次发布之后，{who} 也发布过这个话术包。</translation>
    </message>
    <message>
        <source>“{file}” is no invite and no key file.</source>
        <translation>“{file}”既不是邀请码，也不是密钥文件。</translation>
    </message>
    <message>
        <source>“{path}” stays here: it is no part of a pack.</source>
        <translation>“{path}”不会发布：它不属于话术包。</translation>
    </message>
    <message>
        <source>… and {count} more.</source>
        <translation>……还有 {count} 条。</translation>
    </message>
</context>
<context>
    <name>ChannelsPage</name>
    <message>
        <source>A channel brings the replies of your team to this computer and keeps them up to date. Your team lead sends you an invite, one line or a file: press Subscribe and paste it. If you are the lead, choose “Channel and keys” at the left and make a channel.</source>
        <translation>频道把团队的话术送到这台电脑，并自动保持最新。组长会发给您一个邀请码（一行字或一个文件）：点“订阅”，粘贴进去即可。如果您就是组长，请在左边选“频道与密钥”，建立一个频道。</translation>
    </message>
    <message>
        <source>A key to publish with is kept on this computer, and is removed as well. If you may need it again, copy it first: {folder}</source>
        <translation>这台电脑上存有发布用的密钥，也会一并删除。以后可能还用得到的话，请先复制：{folder}</translation>
    </message>
    <message>
        <source>Fetching the packs …</source>
        <translation>正在取话术包…</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave “{name}”?</source>
        <translation>退出“{name}”？</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>退出频道…</translation>
    </message>
    <message>
        <source>Leaving …</source>
        <translation>正在退出…</translation>
    </message>
    <message>
        <source>Look for news now</source>
        <translation>立即检查更新</translation>
    </message>
    <message>
        <source>Looked at {when}. It lies at {address}</source>
        <translation>上次检查：{when}&#x3000;地址：{address}</translation>
    </message>
    <message>
        <source>Looking for news …</source>
        <translation>正在检查更新…</translation>
    </message>
    <message>
        <source>Nothing has been published here yet, or nothing was fetched.</source>
        <translation>还没有发布过内容，或者还没有取来。</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Packs of the channel</source>
        <translation>频道里的话术包</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>Subscribe to another…</source>
        <translation>再订阅一个…</translation>
    </message>
    <message>
        <source>Subscribe…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>The team&apos;s replies of this channel vanish from this computer. Your own replies stay, and so do those of the team&apos;s that you have changed. With the invite you can come back at any time.</source>
        <translation>这个频道的团队话术会从这台电脑上消失。您自己的话术、您改过的团队话术都会保留。凭邀请码随时可以再订阅。</translation>
    </message>
    <message>
        <source>There is nothing new.</source>
        <translation>没有新内容。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>You follow no channel yet</source>
        <translation>您还没有订阅频道</translation>
    </message>
    <message>
        <source>You have left the channel. Your own replies and changes are here.</source>
        <translation>已退出频道。您自己的话术和改动都还在。</translation>
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
        <source>check the wording of what would come in</source>
        <translation>检查将要导入的话术用语</translation>
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
        <source>have the running program paste into a window of its own</source>
        <translation>让运行中的程序向自己的窗口粘贴一次</translation>
    </message>
    <message>
        <source>in English, without names, texts and folders</source>
        <translation>英文，不含姓名、话术和文件夹</translation>
    </message>
    <message>
        <source>leave placeholders as they are written</source>
        <translation>占位符保持原样</translation>
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
        <source>only the replies of this pack, by its id or folder; may be given several times</source>
        <translation>只导出这个话术包的话术（写编号或文件夹），可多次给出</translation>
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
        <source>put the category NEW into KNOWN; may be given several times</source>
        <translation>把分类 NEW 并入 KNOWN；可以写多次</translation>
    </message>
    <message>
        <source>replace a file that is there already</source>
        <translation>替换已有的文件</translation>
    </message>
    <message>
        <source>share packs with a team, and take those of one</source>
        <translation>与团队共用话术包，接收团队的话术包</translation>
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
        <source>take back the last import, without a file</source>
        <translation>收回最近一次导入，不用写文件</translation>
    </message>
    <message>
        <source>tell what the files of another tool would bring, and bring it in with --yes</source>
        <translation>说明其他工具的文件会带来什么；加上 --yes 才导入</translation>
    </message>
    <message>
        <source>tell what works on this desktop, and what mends the rest</source>
        <translation>说明这个桌面上哪些可用，其余的怎么修</translation>
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
        <source>the encoding of a text table</source>
        <translation>文本表格的编码</translation>
    </message>
    <message>
        <source>the encoding, where the preview shows garbled text</source>
        <translation>编码，预览显示乱码时指定</translation>
    </message>
    <message>
        <source>the folder of your replies and settings</source>
        <translation>存放您的话术和设置的文件夹</translation>
    </message>
    <message>
        <source>the heading of the page</source>
        <translation>页面的标题</translation>
    </message>
    <message>
        <source>the language of what is printed</source>
        <translation>输出所用的语言</translation>
    </message>
    <message>
        <source>the largest file, in megabytes</source>
        <translation>文件最大多少 MB</translation>
    </message>
    <message>
        <source>the most replies to print</source>
        <translation>最多输出多少条话术</translation>
    </message>
    <message>
        <source>the most rows of a file</source>
        <translation>一个文件最多多少行</translation>
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
        <source>what the columns are, such as code,body,category</source>
        <translation>各列是什么，例如 code,body,category</translation>
    </message>
    <message>
        <source>write it as a pack into this new folder instead</source>
        <translation>改为写成一个话术包，放到这个新文件夹</translation>
    </message>
    <message>
        <source>write one page for the browser: to be searched, copied from and printed without this program</source>
        <translation>生成一个网页：不用本程序也能搜索、复制和打印</translation>
    </message>
    <message>
        <source>write replies as {format} has them</source>
        <translation>按 {format} 的格式写出回复</translation>
    </message>
    <message>
        <source>write the library in another form</source>
        <translation>把话术库导出为其他形式</translation>
    </message>
    <message>
        <source>write what the preview tells</source>
        <translation>按预览所说写入</translation>
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
    <name>Counter</name>
    <message>
        <source>too long for {platform} (at most {limit} a message)</source>
        <translation>{platform}放不下（每条最多 {limit} 字）</translation>
    </message>
    <message>
        <source>{lengths} characters</source>
        <translation>{lengths} 字</translation>
    </message>
    <message>
        <source>{messages} messages: {lengths} characters</source>
        <translation>{messages} 条消息：{lengths} 字</translation>
    </message>
</context>
<context>
    <name>CountsPage</name>
    <message>
        <source>Counts of use</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>From now on your counts carry a new random number.</source>
        <translation>从现在起，您的次数使用新的随机编号。</translation>
    </message>
    <message>
        <source>Keeping your choice …</source>
        <translation>正在保存您的选择…</translation>
    </message>
    <message>
        <source>New random number</source>
        <translation>换一个随机编号</translation>
    </message>
    <message>
        <source>Nothing more is sent, and what was sent is removed.</source>
        <translation>不再发送，已发送的也已删除。</translation>
    </message>
    <message>
        <source>Nothing waits to be sent: only whole weeks are, once they are over.</source>
        <translation>没有待发送的内容：只在一周结束之后发送整周的次数。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Send my counts to the leads of this channel</source>
        <translation>把我的使用次数发给这个频道的组长</translation>
    </message>
    <message>
        <source>Sent is: the week, the reply&apos;s number in the pack, how often you used it, and a random number instead of your name. Never sent are texts, customers, times of day, your name or your computer&apos;s. Untick the box, and what was sent is removed again where that is possible.</source>
        <translation>会发送：哪一周、话术在包里的编号、用了几次，以及代替姓名的随机编号。绝不发送：文字内容、客户信息、具体时刻、您的姓名和电脑名。取消勾选后，已发送的内容会尽可能删除。</translation>
    </message>
    <message>
        <source>Subscribe to a channel first.</source>
        <translation>请先订阅频道。</translation>
    </message>
    <message>
        <source>Thank you. The counts of each week go out once it is over.</source>
        <translation>谢谢。每周结束之后发送那一周的次数。</translation>
    </message>
    <message>
        <source>Times used</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>将要发送的内容</translation>
    </message>
    <message>
        <source>What you send from now on can no longer be joined with what you sent before.</source>
        <translation>今后发送的次数，无法再与以前发送的对应起来。</translation>
    </message>
    <message>
        <source>With counts your leads see which of their replies help, and which nobody needs. You decide; the program works the same either way.</source>
        <translation>有了使用次数，组长就知道哪些话术有用、哪些没人用。由您决定，两种选择下程序功能完全相同。</translation>
    </message>
</context>
<context>
    <name>CreateBox</name>
    <message>
        <source>Choose the folder of the channel</source>
        <translation>选择频道的文件夹</translation>
    </message>
    <message>
        <source>Choose where the owner&apos;s key is written</source>
        <translation>选择主人密钥写到哪里</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>First team</source>
        <translation>第一个小组</translation>
    </message>
    <message>
        <source>Make a channel</source>
        <translation>建立频道</translation>
    </message>
    <message>
        <source>Make the channel</source>
        <translation>建立频道</translation>
    </message>
    <message>
        <source>Name of the channel</source>
        <translation>频道名称</translation>
    </message>
    <message>
        <source>Owner&apos;s key to</source>
        <translation>主人密钥写到</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>再输入一次</translation>
    </message>
    <message>
        <source>Password for it</source>
        <translation>密钥的密码</translation>
    </message>
    <message>
        <source>The owner&apos;s key decides who may publish. Daily work never needs it: keep it on a USB stick in a drawer.</source>
        <translation>主人密钥决定谁可以发布。日常工作用不到它：请存进 U 盘，锁在抽屉里。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不同。</translation>
    </message>
    <message>
        <source>Where agents read it</source>
        <translation>客服从哪里读</translation>
    </message>
    <message>
        <source>Where leads publish</source>
        <translation>组长发布到哪里</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>an empty folder or share, or an address such as s3://bucket/name</source>
        <translation>一个空文件夹或共享，或 s3://bucket/name 这样的地址</translation>
    </message>
    <message>
        <source>as agents see it</source>
        <translation>客服看到的名称</translation>
    </message>
    <message>
        <source>empty: beside the program&apos;s data</source>
        <translation>留空则写在程序的数据旁边</translation>
    </message>
    <message>
        <source>may be left empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>only if elsewhere: https://…, the address of the web server or CDN</source>
        <translation>只在不同的地方时填写：https://……，网页服务器或 CDN 的地址</translation>
    </message>
    <message>
        <source>small letters, digits and hyphens</source>
        <translation>小写字母、数字和连字符</translation>
    </message>
    <message>
        <source>the first lead&apos;s, as others see it</source>
        <translation>第一位组长，别人看到的名字</translation>
    </message>
</context>
<context>
    <name>Customer</name>
    <message>
        <source>Last time you wrote: {text}</source>
        <translation>您上次写的是：{text}</translation>
    </message>
    <message>
        <source>The customer says:</source>
        <translation>客户说：</translation>
    </message>
    <message>
        <source>This customer: {temper}</source>
        <translation>这位客户：{temper}</translation>
    </message>
    <message>
        <source>Which code pastes this reply?</source>
        <translation>这条回复的代码是什么？</translation>
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
    <name>Detail</name>
    <message>
        <source>Choose a reply to read it here.</source>
        <translation>选一条话术，在这里阅读。</translation>
    </message>
    <message>
        <source>The chosen reply</source>
        <translation>选中的话术</translation>
    </message>
    <message>
        <source>The picture “{name}” cannot be shown. Drop another one here.</source>
        <translation>图片“{name}”无法显示。可以拖入另一张。</translation>
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
    <name>Doctor</name>
    <message>
        <source>A hotkey</source>
        <translation>一个快捷键</translation>
    </message>
    <message>
        <source>Allow reading and writing there, or choose another with --home.</source>
        <translation>请允许读写该文件夹，或用 --home 另选一个。</translation>
    </message>
    <message>
        <source>Backends</source>
        <translation>系统接口</translation>
    </message>
    <message>
        <source>Check that the folder is there and that you may read and write it.</source>
        <translation>请确认文件夹存在，并且您可以读写。</translation>
    </message>
    <message>
        <source>Chinese font</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>Choose another one in the settings, on the page “Hotkeys”.</source>
        <translation>请在设置的“快捷键”页换一个。</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>桌面</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Find replies with the palette instead.</source>
        <translation>请改用查找窗口。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Free room</source>
        <translation>剩余空间</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Hotkeys and pasting</source>
        <translation>快捷键与粘贴</translation>
    </message>
    <message>
        <source>Install one, then start the program again.</source>
        <translation>请安装一种，然后重新启动程序。</translation>
    </message>
    <message>
        <source>Install the program again; your own replies are kept elsewhere.</source>
        <translation>请重新安装程序；您自己的话术存放在别处，不受影响。</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习进度</translation>
    </message>
    <message>
        <source>Learnt picks</source>
        <translation>学到的选择</translation>
    </message>
    <message>
        <source>Learnt sequences</source>
        <translation>学到的顺序</translation>
    </message>
    <message>
        <source>Make room on this disk, so that replies can be saved.</source>
        <translation>请在这个磁盘上腾出空间，话术才能保存。</translation>
    </message>
    <message>
        <source>Microsoft Windows</source>
        <translation>Microsoft Windows</translation>
    </message>
    <message>
        <source>On GNOME the extension AppIndicator brings the tray back.</source>
        <translation>在 GNOME 上，AppIndicator 扩展可以恢复托盘。</translation>
    </message>
    <message>
        <source>Own replies</source>
        <translation>我的话术</translation>
    </message>
    <message>
        <source>Paste key</source>
        <translation>粘贴键</translation>
    </message>
    <message>
        <source>Replies are left on the clipboard; press the paste key yourself, or let the desktop press it: in the settings, on the page “Paste”.</source>
        <translation>回复会留在剪贴板上，请自己按粘贴键；也可以在设置的“粘贴”页里让桌面代按。</translation>
    </message>
    <message>
        <source>Replies are left on the clipboard; press the paste key yourself.</source>
        <translation>回复会留在剪贴板上，请自己按粘贴键。</translation>
    </message>
    <message>
        <source>Run this on a desktop; list, search and check work without one.</source>
        <translation>请在桌面环境里运行；list、search 和 check 不需要屏幕。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动方式</translation>
    </message>
    <message>
        <source>Stay in the chat window until the reply stands there.</source>
        <translation>回复出现之前，请停留在聊天窗口。</translation>
    </message>
    <message>
        <source>Switch on the tray, or notification area, in the desktop&apos;s panel.</source>
        <translation>请在桌面的面板里打开托盘（通知区域）。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Taught exceptions</source>
        <translation>教过的例外</translation>
    </message>
    <message>
        <source>The next start repairs it and keeps the damaged file beside it.</source>
        <translation>下次启动会自动修复，并在旁边保留损坏的文件。</translation>
    </message>
    <message>
        <source>The next start restores the newest backup by itself.</source>
        <translation>下次启动会自动恢复最新的备份。</translation>
    </message>
    <message>
        <source>The way that always works</source>
        <translation>总能用的办法</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Typed codes</source>
        <translation>代码输入</translation>
    </message>
    <message>
        <source>Update the program, or choose another data folder with --home.</source>
        <translation>请更新程序，或用 --home 另选数据文件夹。</translation>
    </message>
    <message>
        <source>Uses and favourites</source>
        <translation>使用与收藏</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Wayland</source>
        <translation>Wayland</translation>
    </message>
    <message>
        <source>What you had copied comes back after a minute, or by the tray menu.</source>
        <translation>您原先复制的内容一分钟后恢复，也可从托盘菜单立即恢复。</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>X11</source>
        <translation>X11</translation>
    </message>
    <message>
        <source>bind a shortcut of the desktop to this command</source>
        <translation>把桌面自己的快捷键绑定到这条命令</translation>
    </message>
    <message>
        <source>can be heard</source>
        <translation>可以识别</translation>
    </message>
    <message>
        <source>cannot be looked at without a screen</source>
        <translation>没有屏幕，无法检查</translation>
    </message>
    <message>
        <source>cannot be read; it stays as it is</source>
        <translation>无法读取；文件保持原样</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>is damaged; {count} entries are whole</source>
        <translation>文件有损坏；{count} 条完好</translation>
    </message>
    <message>
        <source>is missing; {backups} backups are there</source>
        <translation>文件不见了；还有 {backups} 份备份</translation>
    </message>
    <message>
        <source>is missing; {purpose}</source>
        <translation>没有安装；{purpose}</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>没有安装</translation>
    </message>
    <message>
        <source>is started by hand</source>
        <translation>手动启动</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>no program may know which window is in front</source>
        <translation>这里不允许程序知道哪个窗口在前面</translation>
    </message>
    <message>
        <source>no program may press keys here</source>
        <translation>这里不允许程序按键</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none is installed; Chinese replies are shown as boxes</source>
        <translation>没有安装；中文话术会显示成方框</translation>
    </message>
    <message>
        <source>nothing here tells</source>
        <translation>无从得知</translation>
    </message>
    <message>
        <source>pressed through {name}</source>
        <translation>由 {name} 按下</translation>
    </message>
    <message>
        <source>shows icons</source>
        <translation>可显示图标</translation>
    </message>
    <message>
        <source>some desktops let it press the paste key</source>
        <translation>有些桌面允许由它按粘贴键</translation>
    </message>
    <message>
        <source>starts with the desktop</source>
        <translation>随桌面启动</translation>
    </message>
    <message>
        <source>the command “copy” needs it</source>
        <translation>命令 copy 需要它</translation>
    </message>
    <message>
        <source>there is no screen, or it does not answer</source>
        <translation>没有屏幕，或屏幕没有响应</translation>
    </message>
    <message>
        <source>this desktop shows no icons; hotkeys and commands work all the same</source>
        <translation>这个桌面不显示托盘图标；快捷键和命令照常可用</translation>
    </message>
    <message>
        <source>through {name}</source>
        <translation>经由 {name}</translation>
    </message>
    <message>
        <source>told apart through {name}</source>
        <translation>由 {name} 识别</translation>
    </message>
    <message>
        <source>was written by a newer version of this program; it stays as it is</source>
        <translation>由更新版本的程序写成；文件保持原样</translation>
    </message>
    <message>
        <source>without it no window opens</source>
        <translation>缺了它就打不开任何窗口</translation>
    </message>
    <message>
        <source>{count} entries, {backups} backups</source>
        <translation>{count} 条，{backups} 份备份</translation>
    </message>
    <message>
        <source>{count}, {aside} damaged copies kept</source>
        <translation>{count}，留有 {aside} 份损坏的副本</translation>
    </message>
    <message>
        <source>{found}; nothing tells when a window has taken the reply</source>
        <translation>{found}；无从得知窗口何时取走了回复</translation>
    </message>
    <message>
        <source>{place} cannot be written</source>
        <translation>{place} 无法写入</translation>
    </message>
    <message>
        <source>{place} is made at the first start</source>
        <translation>{place}，首次启动时创建</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>DoctorView</name>
    <message>
        <source>&amp;Copy a report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新检查(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Try a paste</source>
        <translation>试粘贴(&amp;T)</translation>
    </message>
    <message>
        <source>A small window opens and is pasted into …</source>
        <translation>将打开一个小窗口并向其中粘贴…</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Does not work, or not fully: {count}.</source>
        <translation>不能用或不完全能用：{count} 项。</translation>
    </message>
    <message>
        <source>Everything works here.</source>
        <translation>这里一切正常。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>命令已放到剪贴板。</translation>
    </message>
    <message>
        <source>The main job works. Limited here: {count}.</source>
        <translation>主要功能可用；受限 {count} 项。</translation>
    </message>
    <message>
        <source>The report is on the clipboard: read it before you send it.</source>
        <translation>报告已放到剪贴板：发送前请先看一遍。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Without names, texts and folders, for a bug report</source>
        <translation>用于反馈问题，不含姓名、话术和文件夹</translation>
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
        <source>It would end before it begins.</source>
        <translation>结束日期早于开始日期。</translation>
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
        <source>A team’s reply. What you change here is your own version of it.</source>
        <translation>这是团队的话术。您在这里的修改只是您自己的版本。</translation>
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
        <source>Its pack is gone: saved among your own replies.</source>
        <translation>原来的话术包已不在，已存入您自己的话术。</translation>
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
        <source>The team has locked this reply. This is a copy among your own.</source>
        <translation>团队锁定了这条话术。这是放在您自己话术里的副本。</translation>
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
    <name>Exchange</name>
    <message>
        <source>A cell has more than {count} characters.</source>
        <translation>有一格超过 {count} 个字。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed or stands too many.</source>
        <translation>引号没有闭合，或者多了一个。</translation>
    </message>
    <message>
        <source>A reply holds one picture; {count} more of this row stay outside.</source>
        <translation>一条话术只能放一张图片，这一行另外 {count} 张没有导入。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Check the name and whether another program has it open.</source>
        <translation>请检查文件名，并看看它是否被别的程序打开着。</translation>
    </message>
    <message>
        <source>Choose an empty folder or a new one.</source>
        <translation>请选一个空文件夹或新建一个。</translation>
    </message>
    <message>
        <source>Choose another name, or say that it is to be replaced.</source>
        <translation>请换个名字，或者说明要替换它。</translation>
    </message>
    <message>
        <source>Choose another place, or make room.</source>
        <translation>请换个位置，或腾出空间。</translation>
    </message>
    <message>
        <source>Choose the file itself.</source>
        <translation>请直接选择文件。</translation>
    </message>
    <message>
        <source>Desktop Assist is running and has the replies open.</source>
        <translation>客服助手正在运行，话术由它打开着。</translation>
    </message>
    <message>
        <source>Export it as CSV or Excel; any table will do.</source>
        <translation>请导出为 CSV 或 Excel，任何表格都可以。</translation>
    </message>
    <message>
        <source>Export it once more from the tool that it comes from.</source>
        <translation>请从原来的工具重新导出一次。</translation>
    </message>
    <message>
        <source>Import in its window, or end it first: desktop-assist quit</source>
        <translation>请在它的窗口里导入，或先退出它：desktop-assist quit</translation>
    </message>
    <message>
        <source>In {count} replies a category or title holds a sign that parts levels in this format; read back they have more levels.</source>
        <translation>{count} 条话术的分类或标题里有这种格式用来分级的符号，再读回来会多出一级。</translation>
    </message>
    <message>
        <source>In {count} tags “_” stands for a sign that parts tags there.</source>
        <translation>{count} 个标签里有那边用来分隔标签的符号，已用“_”代替。</translation>
    </message>
    <message>
        <source>Locked by the team</source>
        <translation>团队已锁定</translation>
    </message>
    <message>
        <source>Make it first, or choose another place.</source>
        <translation>请先建好它，或换个位置。</translation>
    </message>
    <message>
        <source>Name a file in it, such as {example}.</source>
        <translation>请写出其中的文件名，如 {example}。</translation>
    </message>
    <message>
        <source>Name the files to import, or say --undo alone.</source>
        <translation>请写出要导入的文件，或者只写 --undo。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No column holds the replies; choose one in the row of columns.</source>
        <translation>没有哪一列是话术内容，请在列的那一行里选一列。</translation>
    </message>
    <message>
        <source>Not in the file, as the format has no place for it: {parts}.</source>
        <translation>这种格式放不下、因此文件里没有的内容：{parts}。</translation>
    </message>
    <message>
        <source>Nothing was imported. Open the file once more.</source>
        <translation>没有导入任何内容，请重新打开文件。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Open it in your office program and save it as .xlsx or .csv.</source>
        <translation>请用办公软件打开它，另存为 .xlsx 或 .csv。</translation>
    </message>
    <message>
        <source>Open it in your office program and save it without one.</source>
        <translation>请用办公软件打开它，另存为不带密码的文件。</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Split it into smaller files, or set a higher limit.</source>
        <translation>请拆成几个小文件，或调高上限。</translation>
    </message>
    <message>
        <source>Such as: desktop-assist import {example}</source>
        <translation>例如：desktop-assist import {example}</translation>
    </message>
    <message>
        <source>The categories of {count} replies are folders of another name: not every sign may stand in one.</source>
        <translation>{count} 条话术的分类换了文件夹名：有些符号不能用在文件夹名里。</translation>
    </message>
    <message>
        <source>The code “{code}” belongs to another reply; here it is a search term.</source>
        <translation>编码“{code}”已属于另一条话术，在这里改作搜索词。</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there.</source>
        <translation>没有文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>The headings of this format cannot be written in {encoding}. Nothing was written.</source>
        <translation>这种格式的表头无法用 {encoding} 写出，什么都没有写。</translation>
    </message>
    <message>
        <source>The phrase cannot be read: {reason}.</source>
        <translation>这条短语读不出来：{reason}。</translation>
    </message>
    <message>
        <source>The phrase or what describes it is no proper file.</source>
        <translation>这条短语或它的说明文件已损坏。</translation>
    </message>
    <message>
        <source>The picture “{name}” is not beside the file; the words come in.</source>
        <translation>文件旁边没有图片“{name}”，文字照常导入。</translation>
    </message>
    <message>
        <source>The picture “{name}” is not in the file; the words come in.</source>
        <translation>文件里没有图片“{name}”，文字照常导入。</translation>
    </message>
    <message>
        <source>The picture “{name}” lies over no reply; it stays outside.</source>
        <translation>图片“{name}”不在任何一条话术上，没有导入。</translation>
    </message>
    <message>
        <source>The picture “{name}” of “{file}” cannot be read any more.</source>
        <translation>“{file}”里的图片“{name}”现在读不出来了。</translation>
    </message>
    <message>
        <source>The pictures of this kind of file cannot be read; the words come in. Save it as .xlsx to bring them too.</source>
        <translation>这种文件里的图片读不出来，文字照常导入。要带上图片，请另存为 .xlsx。</translation>
    </message>
    <message>
        <source>The pictures of this sheet are broken; the words come in.</source>
        <translation>这张表里的图片已损坏，文字照常导入。</translation>
    </message>
    <message>
        <source>The pictures of {count} replies are not there and so not in the file.</source>
        <translation>有 {count} 条话术的图片找不到，没有写进文件。</translation>
    </message>
    <message>
        <source>There is no reply in this entry.</source>
        <translation>这一项里没有话术。</translation>
    </message>
    <message>
        <source>There is no reply in this row.</source>
        <translation>这一行里没有话术。</translation>
    </message>
    <message>
        <source>There is no reply to export. Nothing was written.</source>
        <translation>没有可导出的话术，什么都没有写。</translation>
    </message>
    <message>
        <source>This entry is no reply.</source>
        <translation>这一项不是话术。</translation>
    </message>
    <message>
        <source>To bring it in, say it once more with --yes.</source>
        <translation>要导入，请再执行一次并加上 --yes。</translation>
    </message>
    <message>
        <source>Twice in the file</source>
        <translation>文件内重复</translation>
    </message>
    <message>
        <source>Use utf-8-sig or gb18030.</source>
        <translation>请用 utf-8-sig 或 gb18030。</translation>
    </message>
    <message>
        <source>Use: {names}; - leaves a column out.</source>
        <translation>可用：{names}；- 表示不取这一列。</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>{count} characters do not fit the encoding {encoding}; try another one.</source>
        <translation>有 {count} 个字符不符合编码 {encoding}，请换一种试试。</translation>
    </message>
    <message>
        <source>{count} codes are longer than {most} characters and were left out.</source>
        <translation>{count} 个编码超过 {most} 个字，已略去。</translation>
    </message>
    <message>
        <source>{count} groups are longer than {most} characters and were shortened.</source>
        <translation>{count} 个分组超过 {most} 个字，已缩短。</translation>
    </message>
    <message>
        <source>{count} replies are in “{file}” now.</source>
        <translation>{count} 条话术已写入“{file}”。</translation>
    </message>
    <message>
        <source>{count} replies are longer than {most} characters and are not in the file: {titles}.</source>
        <translation>{count} 条话术超过 {most} 个字，没有写进文件：{titles}。</translation>
    </message>
    <message>
        <source>{count} replies had no code; they were given one.</source>
        <translation>{count} 条话术没有编码，已各补一个。</translation>
    </message>
    <message>
        <source>{count} replies have conditions or filters in them; the other tool shows them as they are written.</source>
        <translation>{count} 条话术含有条件或过滤器，另一个工具会原样显示它们。</translation>
    </message>
    <message>
        <source>{count} replies hold characters that {encoding} does not have; “?” stands for them (such as in “{title}”).</source>
        <translation>{count} 条话术含有 {encoding} 没有的字符，以“?”代替（例如“{title}”）。</translation>
    </message>
    <message>
        <source>{count} replies were imported.</source>
        <translation>已导入 {count} 条话术。</translation>
    </message>
    <message>
        <source>{count} replies were taken back; those that were new lie in the bin.</source>
        <translation>已收回 {count} 条话术，其中新来的在回收站里。</translation>
    </message>
    <message>
        <source>{count} were changed since and stayed as they are.</source>
        <translation>另有 {count} 条之后又改过，保持不动。</translation>
    </message>
    <message>
        <source>{file}: {title}, {count} replies.</source>
        <translation>{file}：{title}，{count} 条话术。</translation>
    </message>
    <message>
        <source>{one}, {rest}</source>
        <translation>{one}、{rest}</translation>
    </message>
    <message>
        <source>{part} ({count})</source>
        <translation>{part}（{count}）</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>“{file}”读不出来：{reason}。</translation>
    </message>
    <message>
        <source>“{file}” has more than {rows} rows. Nothing was changed.</source>
        <translation>“{file}”超过 {rows} 行，没有任何改动。</translation>
    </message>
    <message>
        <source>“{file}” has no row with anything in it.</source>
        <translation>“{file}”里没有任何内容。</translation>
    </message>
    <message>
        <source>“{file}” is broken at line {line}, column {column}. Nothing was changed.</source>
        <translation>“{file}”在第 {line} 行第 {column} 列损坏，没有任何改动。</translation>
    </message>
    <message>
        <source>“{file}” is empty. Nothing was changed.</source>
        <translation>“{file}”是空的，没有任何改动。</translation>
    </message>
    <message>
        <source>“{file}” is larger than {megabytes} MB. Nothing was changed.</source>
        <translation>“{file}”大于 {megabytes} MB，没有任何改动。</translation>
    </message>
    <message>
        <source>“{file}” is locked with a password.</source>
        <translation>“{file}”有密码。</translation>
    </message>
    <message>
        <source>“{file}” is nested too deep to be a list of replies.</source>
        <translation>“{file}”嵌套过深，不像是话术列表。</translation>
    </message>
    <message>
        <source>“{file}” is no PNG; its words came in. The import window takes other pictures too.</source>
        <translation>“{file}”不是 PNG，文字已导入。导入窗口也能收其他图片。</translation>
    </message>
    <message>
        <source>“{file}” is no workbook that can be read.</source>
        <translation>“{file}”不是能读的工作簿。</translation>
    </message>
    <message>
        <source>“{file}” is of no format that is known here. Nothing was changed.</source>
        <translation>认不出“{file}”的格式，没有任何改动。</translation>
    </message>
    <message>
        <source>“{file}” is there already; nothing was changed.</source>
        <translation>“{file}”已经存在，没有改动。</translation>
    </message>
    <message>
        <source>“{file}” was not written: {reason}.</source>
        <translation>“{file}”没有写成：{reason}。</translation>
    </message>
    <message>
        <source>“{folder}” has something in it. Nothing was written.</source>
        <translation>“{folder}”里已有内容，没有写入任何东西。</translation>
    </message>
    <message>
        <source>“{folder}” holds neither a pack nor phrases of AutoKey.</source>
        <translation>“{folder}”里既没有话术包，也没有 AutoKey 的短语。</translation>
    </message>
    <message>
        <source>“{folder}” is a folder. Nothing was written.</source>
        <translation>“{folder}”是文件夹，什么都没有写。</translation>
    </message>
    <message>
        <source>“{name}” is nothing that a column can be.</source>
        <translation>列不能是“{name}”。</translation>
    </message>
    <message>
        <source>“{new}” looks like “{known}”: --merge &apos;{new}={known}&apos; puts its {count} replies there.</source>
        <translation>“{new}”很像“{known}”：--merge &apos;{new}={known}&apos; 会把它的 {count} 条话术放到那里。</translation>
    </message>
    <message>
        <source>… and {count} more rows like that.</source>
        <translation>……还有 {count} 行类似。</translation>
    </message>
</context>
<context>
    <name>ExchangeFormat</name>
    <message>
        <source>AutoKey (folder)</source>
        <translation>AutoKey（文件夹）</translation>
    </message>
    <message>
        <source>Beeftext (CSV)</source>
        <translation>Beeftext（CSV）</translation>
    </message>
    <message>
        <source>Beeftext (JSON)</source>
        <translation>Beeftext（JSON）</translation>
    </message>
    <message>
        <source>Chatwoot canned responses (JSON)</source>
        <translation>Chatwoot 预设回复（JSON）</translation>
    </message>
    <message>
        <source>Front templates (JSON)</source>
        <translation>Front 模板（JSON）</translation>
    </message>
    <message>
        <source>Gorgias macros (JSON)</source>
        <translation>Gorgias 宏（JSON）</translation>
    </message>
    <message>
        <source>Pack of replies</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Qianniu (CSV)</source>
        <translation>千牛（CSV）</translation>
    </message>
    <message>
        <source>Qianniu helper (CSV with pictures)</source>
        <translation>千牛助手（CSV，带图片）</translation>
    </message>
    <message>
        <source>Quick-reply tool (Excel)</source>
        <translation>快捷回复工具（Excel）</translation>
    </message>
    <message>
        <source>Service desk (CSV)</source>
        <translation>客服工作台（CSV）</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Team sheet (Excel)</source>
        <translation>团队表格（Excel）</translation>
    </message>
    <message>
        <source>TextExpander (CSV)</source>
        <translation>TextExpander（CSV）</translation>
    </message>
    <message>
        <source>Zendesk macros (JSON)</source>
        <translation>Zendesk 宏（JSON）</translation>
    </message>
    <message>
        <source>espanso (YAML)</source>
        <translation>espanso（YAML）</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export for another tool</source>
        <translation>导出给其他工具</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>规则类别</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>提示次数</translation>
    </message>
    <message>
        <source>Findings by day and family…</source>
        <translation>按日期和类别的检查结果…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>已保存为“{file}”。</translation>
    </message>
    <message>
        <source>Seconds saved</source>
        <translation>节省秒数</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Uses by day and reply…</source>
        <translation>按日期和话术的使用次数…</translation>
    </message>
    <message>
        <source>Writing {count} replies …</source>
        <translation>正在写入 {count} 条话术…</translation>
    </message>
    <message>
        <source>findings.csv</source>
        <translation>检查结果.csv</translation>
    </message>
    <message>
        <source>replies.csv</source>
        <translation>话术使用.csv</translation>
    </message>
    <message>
        <source>{count} replies are in “{file}” now.</source>
        <translation>{count} 条话术已写入“{file}”。</translation>
    </message>
</context>
<context>
    <name>FeedbackView</name>
    <message>
        <source>Better: {wording}</source>
        <translation>可以改成：{wording}</translation>
    </message>
    <message>
        <source>How the library says it</source>
        <translation>话术库里这样说</translation>
    </message>
    <message>
        <source>Right: {code}</source>
        <translation>答对了：{code}</translation>
    </message>
    <message>
        <source>The code is {code}</source>
        <translation>代码是 {code}</translation>
    </message>
    <message>
        <source>The rubric goes by words alone. Where it is mistaken, tick or clear the box; what you say counts.</source>
        <translation>这里只看用词，难免有误。看错了请直接勾选或取消，以您的判断为准。</translation>
    </message>
    <message>
        <source>Your answer has {count} of 5. The checker found: {findings}</source>
        <translation>五项里看到 {count} 项。用词检查发现：{findings} 处</translation>
    </message>
    <message>
        <source>{severity}: “{text}” {message}</source>
        <translation>{severity}：“{text}” {message}</translation>
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
    <name>FilterBar</name>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>相似重复</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>No reply says anything about it</source>
        <translation>没有话术标明这一项</translation>
    </message>
    <message>
        <source>Only replies that are nearly the same as another</source>
        <translation>只看与别条几乎相同的话术</translation>
    </message>
    <message>
        <source>Only replies that you have never used</source>
        <translation>只看您从没用过的话术</translation>
    </message>
    <message>
        <source>Only replies whose time is over</source>
        <translation>只看已经过期的话术</translation>
    </message>
    <message>
        <source>Only the team’s replies that you have changed</source>
        <translation>只看您改过的团队话术</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Show only replies of a chosen kind</source>
        <translation>只显示选定类型的话术</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未用过</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>亲切</translation>
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
    <name>FirstPaste</name>
    <message>
        <source>Click into the input box and press {keys}. Type thanks, choose a reply, press Enter.</source>
        <translation>点一下输入框，按 {keys}。输入 haoping 或“好评”，选一条话术，按 Enter。</translation>
    </message>
    <message>
        <source>Open the palette, type thanks, choose a reply, press Enter.</source>
        <translation>打开话术窗口，输入 haoping 或“好评”，选一条话术，按 Enter。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>✓ That is all. Whatever you had copied is still on the clipboard, and in a real chat you press Enter yourself.</source>
        <translation>✓ 就这么简单。您之前复制的内容还在剪贴板里；在真正的聊天里，由您自己按 Enter 发送。</translation>
    </message>
</context>
<context>
    <name>Growth</name>
    <message>
        <source>All of this stays on this computer, for you alone. No customer&apos;s text is in it.</source>
        <translation>这些只保存在这台电脑上，只给您自己看，不含任何客户的文字。</translation>
    </message>
    <message>
        <source>Answer a customer</source>
        <translation>去回答一位客户</translation>
    </message>
    <message>
        <source>Days in a row: {row}  ·  answers: {answers}, without a finding: {clean}  ·  codes: {codes}, known: {codes_known}  ·  lessons read: {read}</source>
        <translation>连续天数：{row}  ·  回答：{answers}，其中用词无误：{clean}  ·  代码：{codes}，其中记得：{codes_known}  ·  读过的课程：{read}</translation>
    </message>
    <message>
        <source>How firmly situations and codes are known</source>
        <translation>情景与代码记得多牢</translation>
    </message>
    <message>
        <source>Nothing practised yet. Your progress is shown here after the first answer.</source>
        <translation>还没有练习。回答第一题之后，这里会显示您的进度。</translation>
    </message>
    <message>
        <source>Practised, day by day</source>
        <translation>每天练习的次数</translation>
    </message>
    <message>
        <source>What your answers of the last two weeks had</source>
        <translation>近两周的回答做到了哪些</translation>
    </message>
    <message>
        <source>being learnt</source>
        <translation>正在学</translation>
    </message>
    <message>
        <source>for some days</source>
        <translation>记得几天</translation>
    </message>
    <message>
        <source>for three weeks and more</source>
        <translation>牢记三周以上</translation>
    </message>
    <message>
        <source>new</source>
        <translation>还没练</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>All pictures together would be too large.</source>
        <translation>图片加在一起太大了。</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Choose another name, or replace it with --force.</source>
        <translation>请换个文件名，或加 --force 替换。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fill in first: {names}</source>
        <translation>请先填写：{names}</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>换个说法</translation>
    </message>
    <message>
        <source>In {language}</source>
        <translation>译文（{language}）</translation>
    </message>
    <message>
        <source>Its picture cannot be read: {reason}.</source>
        <translation>图片无法读取：{reason}。</translation>
    </message>
    <message>
        <source>Its picture is larger than {size} kB.</source>
        <translation>图片超过 {size} kB。</translation>
    </message>
    <message>
        <source>Its picture is neither PNG, JPEG, GIF nor WebP.</source>
        <translation>图片不是 PNG、JPEG、GIF 或 WebP 格式。</translation>
    </message>
    <message>
        <source>Make it first, or name another place.</source>
        <translation>请先新建文件夹，或换个位置。</translation>
    </message>
    <message>
        <source>Message {number} of {total}</source>
        <translation>第 {number} 条，共 {total} 条</translation>
    </message>
    <message>
        <source>Name a file in it, such as {example}.</source>
        <translation>请写出其中的文件名，如 {example}。</translation>
    </message>
    <message>
        <source>Name a file, such as {example}.</source>
        <translation>请写出文件名，如 {example}。</translation>
    </message>
    <message>
        <source>Name the folder of a pack, or one of: {packs}.</source>
        <translation>请写话术包的文件夹，或其中之一：{packs}。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or shorter words; pinyin works too.</source>
        <translation>没有找到。换个短一点的词试试，也可以输拼音。</translation>
    </message>
    <message>
        <source>Replies for chat</source>
        <translation>话术手册</translation>
    </message>
    <message>
        <source>Replies: {count}, as of {day}</source>
        <translation>共 {count} 条话术，截至 {day}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search by word, code or pinyin</source>
        <translation>搜索：词语、编码或拼音</translation>
    </message>
    <message>
        <source>See what there is with: desktop-assist list</source>
        <translation>查看现有话术：desktop-assist list</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技巧</translation>
    </message>
    <message>
        <source>The browser does not let the page copy: select the text instead.</source>
        <translation>浏览器不允许网页复制，请选中文字复制。</translation>
    </message>
    <message>
        <source>The folder “{folder}” is not there.</source>
        <translation>没有文件夹“{folder}”。</translation>
    </message>
    <message>
        <source>There is no pack “{name}”.</source>
        <translation>没有话术包“{name}”。</translation>
    </message>
    <message>
        <source>There is no reply to export that is valid today.</source>
        <translation>没有今天有效的话术可以导出。</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>亲切</translation>
    </message>
    <message>
        <source>When to avoid</source>
        <translation>不宜使用</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>适用场合</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 条</translation>
    </message>
    <message>
        <source>{count} found, the first {shown} are shown</source>
        <translation>找到 {count} 条，显示前 {shown} 条</translation>
    </message>
    <message>
        <source>{folder} holds no pack that can be read.</source>
        <translation>{folder} 中没有可以读取的话术包。</translation>
    </message>
    <message>
        <source>“{file}” is a folder.</source>
        <translation>“{file}”是文件夹。</translation>
    </message>
    <message>
        <source>“{file}” is no ordinary file; nothing was written.</source>
        <translation>“{file}”不是普通文件，没有写入任何内容。</translation>
    </message>
    <message>
        <source>“{file}” is there already; nothing was changed.</source>
        <translation>“{file}”已经存在，没有改动。</translation>
    </message>
    <message>
        <source>“{file}” is written; replies in it: {count}.</source>
        <translation>已写入“{file}”，共 {count} 条话术。</translation>
    </message>
    <message>
        <source>“{file}” was left out: {why}</source>
        <translation>没有放入“{file}”：{why}</translation>
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
        <source>Hotkeys through Windows: it tells only ours, and reads no other key.</source>
        <translation>快捷键由 Windows 提供：系统只通知我们自己的组合键，不读取其他按键。</translation>
    </message>
    <message>
        <source>Hotkeys through X11: works without special rights.</source>
        <translation>快捷键由 X11 接收，不需要特殊权限。</translation>
    </message>
    <message>
        <source>Hotkeys through macOS: it tells only ours, and reads no other key.</source>
        <translation>快捷键由 macOS 提供：只告知本程序的组合键，不读取其他按键。</translation>
    </message>
    <message>
        <source>Hotkeys through the desktop, which may ask you to allow them. A shortcut of the desktop bound to “desktop-assist palette” works in any case.</source>
        <translation>快捷键由桌面提供，桌面可能会请您允许。把桌面自己的快捷键绑定到“desktop-assist palette”则始终有效。</translation>
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
        <source>Windows keeps {key} to itself. Choose another combination.</source>
        <translation>Windows 自己占用了 {key}，请换一个组合键。</translation>
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
    <name>ImportFrame</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>全选所列</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose none shown</source>
        <translation>全不选所列</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import replies</source>
        <translation>导入话术</translation>
    </message>
    <message>
        <source>Take back the last import</source>
        <translation>收回最近一次导入</translation>
    </message>
    <message>
        <source>The chosen row in full</source>
        <translation>所选一行的全部内容</translation>
    </message>
    <message>
        <source>Translate placeholders</source>
        <translation>转换占位符</translation>
    </message>
    <message>
        <source>What would come in</source>
        <translation>将要导入的内容</translation>
    </message>
    <message>
        <source>{姓名}, [name], XX and the like become fields that are asked for.</source>
        <translation>{姓名}、[name]、XX 之类会变成发送前要填写的字段。</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>(left out)</source>
        <translation>（不取）</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic: {encoding}</source>
        <translation>自动：{encoding}</translation>
    </message>
    <message>
        <source>Category, second level</source>
        <translation>二级分类</translation>
    </message>
    <message>
        <source>Choose or drop files: CSV, Excel, JSON or YAML of other tools. You see first what would come in.</source>
        <translation>请选择或拖入其他工具的文件：CSV、Excel、JSON 或 YAML。导入前会先让您看到会有什么。</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Import {count}</source>
        <translation>导入 {count} 条</translation>
    </message>
    <message>
        <source>Importing {count} …</source>
        <translation>正在导入 {count} 条…</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reading {files} …</source>
        <translation>正在读取 {files}…</translation>
    </message>
    <message>
        <source>Replies of other tools</source>
        <translation>其他工具的话术</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，什么都没有写入。</translation>
    </message>
    <message>
        <source>Taking the last import back …</source>
        <translation>正在收回最近一次导入…</translation>
    </message>
    <message>
        <source>Taking {count} back …</source>
        <translation>正在收回 {count} 条…</translation>
    </message>
    <message>
        <source>The picture {name} comes along.</source>
        <translation>图片 {name} 一起导入。</translation>
    </message>
    <message>
        <source>Unsorted</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Without pictures that cannot be read: {names}.</source>
        <translation>这些图片无法读取，没有带过来：{names}。</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>mixed, line by line</source>
        <translation>混合编码，逐行识别</translation>
    </message>
    <message>
        <source>one of your own</source>
        <translation>您自己的话术</translation>
    </message>
    <message>
        <source>says the same as row {row}</source>
        <translation>与第 {row} 行相同</translation>
    </message>
    <message>
        <source>{count} imported.</source>
        <translation>已导入 {count} 条。</translation>
    </message>
    <message>
        <source>{count} stayed as they were: the team has locked them.</source>
        <translation>{count} 条保持原样：团队已锁定。</translation>
    </message>
    <message>
        <source>{count} were changed since and stayed as they are.</source>
        <translation>另有 {count} 条之后又改过，保持不动。</translation>
    </message>
    <message>
        <source>{count} were taken back; those that were new lie in the bin.</source>
        <translation>已收回 {count} 条，其中新来的在回收站里。</translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file} 第 {row} 行</translation>
    </message>
    <message>
        <source>{file}: {format}, {count} replies.</source>
        <translation>{file}：{format}，{count} 条话术。</translation>
    </message>
    <message>
        <source>{when}: {count} replies</source>
        <translation>{when}：{count} 条话术</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Answering …</source>
        <translation>正在答复…</translation>
    </message>
    <message>
        <source>Choose the folder of this pack</source>
        <translation>选择这个话术包的文件夹</translation>
    </message>
    <message>
        <source>Choose the pack&apos;s folder…</source>
        <translation>选择话术包的文件夹…</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Declined. {who} sees your reason.</source>
        <translation>没有采纳。{who} 会看到您的理由。</translation>
    </message>
    <message>
        <source>No agent has suggested anything. Files that were sent to you open below.</source>
        <translation>还没有客服提建议。别人发给您的建议文件，可以在下面打开。</translation>
    </message>
    <message>
        <source>Open a sent file…</source>
        <translation>打开收到的文件…</translation>
    </message>
    <message>
        <source>Open a suggestion that was sent to you</source>
        <translation>打开别人发给您的建议</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>正在读取文件夹…</translation>
    </message>
    <message>
        <source>Reason for declining</source>
        <translation>不采纳的理由</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suggestions of agents</source>
        <translation>客服的建议</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>The suggestion in full</source>
        <translation>建议的全文</translation>
    </message>
    <message>
        <source>The team&apos;s text has changed since this was suggested. Take it anyway?</source>
        <translation>提出建议之后，团队的文字已经改过。仍要采纳吗？</translation>
    </message>
    <message>
        <source>The team&apos;s today</source>
        <translation>团队现在的</translation>
    </message>
    <message>
        <source>The team&apos;s, when it was suggested</source>
        <translation>提建议时团队的</translation>
    </message>
    <message>
        <source>What the team has now is replaced in: {fields}</source>
        <translation>团队现在的内容会被替换：{fields}</translation>
    </message>
    <message>
        <source>What you take is written into your pack&apos;s folder; publish it then, as always. Who suggested it sees your answer.</source>
        <translation>采纳的内容写进您的话术包文件夹，之后照常发布。提建议的人会看到您的答复。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Writing it into the pack …</source>
        <translation>正在写进话术包…</translation>
    </message>
    <message>
        <source>Written into “{file}”. Publish the pack to bring it to everyone.</source>
        <translation>已写进“{file}”。发布话术包之后，大家就能用上。</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>无法采纳</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>the team&apos;s moved on</source>
        <translation>团队已改过</translation>
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
    <name>InsertField</name>
    <message>
        <source>A new field …</source>
        <translation>新建字段…</translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation>插入字段</translation>
    </message>
    <message>
        <source>Puts a place into the text that is filled for each customer</source>
        <translation>在文字里放一个空位，为每位客户填写</translation>
    </message>
    <message>
        <source>Where you type on</source>
        <translation>粘贴后光标停在这里</translation>
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
    <name>KeyPermission</name>
    <message>
        <source>Allowed: the desktop presses the paste key for you.</source>
        <translation>已允许：桌面会替您按粘贴键。</translation>
    </message>
    <message>
        <source>Switch it off and on again to be asked once more.</source>
        <translation>关闭再打开，会再询问一次。</translation>
    </message>
    <message>
        <source>The desktop is asking you: allow it to control the keyboard.</source>
        <translation>桌面正在询问您：请允许控制键盘。</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>A channel is a folder that your team can open: on a share, a web server or in a bucket. You publish packs there, and each agent has them minutes later. No server of ours is needed.</source>
        <translation>频道就是一个团队都能打开的文件夹：在共享盘上、网页服务器上或对象存储里。您把话术包发布到那里，几分钟后每位客服就都有了。不需要我们的服务器。</translation>
    </message>
    <message>
        <source>Agents subscribe with this invite:
{invite}</source>
        <translation>客服用这个邀请码订阅：
{invite}</translation>
    </message>
    <message>
        <source>Changing who may publish …</source>
        <translation>正在更改谁可以发布…</translation>
    </message>
    <message>
        <source>Channel and keys</source>
        <translation>频道与密钥</translation>
    </message>
    <message>
        <source>Choose the owner&apos;s key file</source>
        <translation>选择主人密钥文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the invite</source>
        <translation>复制邀请码</translation>
    </message>
    <message>
        <source>Copy the invite for agents</source>
        <translation>复制给客服的邀请码</translation>
    </message>
    <message>
        <source>Invite a lead…</source>
        <translation>邀请组长…</translation>
    </message>
    <message>
        <source>Its password, if it has one</source>
        <translation>密码（如果设过）</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Make a channel…</source>
        <translation>建立频道…</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>换新密钥</translation>
    </message>
    <message>
        <source>Make a new owner&apos;s key? The old one counts no more then.</source>
        <translation>换一个新的主人密钥？旧的随即作废。</translation>
    </message>
    <message>
        <source>Make another channel…</source>
        <translation>再建立一个频道…</translation>
    </message>
    <message>
        <source>Making the channel …</source>
        <translation>正在建立频道…</translation>
    </message>
    <message>
        <source>New key for the chosen lead…</source>
        <translation>给选中的组长换新密钥…</translation>
    </message>
    <message>
        <source>New owner&apos;s key…</source>
        <translation>换主人密钥…</translation>
    </message>
    <message>
        <source>Nobody is known yet.</source>
        <translation>还不知道有谁。</translation>
    </message>
    <message>
        <source>Owner&apos;s key file</source>
        <translation>主人密钥文件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the chosen lead…</source>
        <translation>移除选中的组长…</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>移除 {name}？</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Repair after a backup…</source>
        <translation>恢复备份后修复…</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>正在修复…</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>The channel is made</source>
        <translation>频道已建立</translation>
    </message>
    <message>
        <source>The channel is made. Publish your first pack now.</source>
        <translation>频道已建立。现在可以发布第一个话术包了。</translation>
    </message>
    <message>
        <source>The file named above is replaced by the new key, locked with the password that stands there. Exchange it on your USB sticks; agents need not do anything.</source>
        <translation>上面填写的文件会换成新密钥，用那里填写的密码锁上。请把 U 盘上的也换掉；客服什么都不用做。</translation>
    </message>
    <message>
        <source>The invite is on the clipboard. Whoever has it can read the packs.</source>
        <translation>邀请码已复制。拿到它的人可以读话术。</translation>
    </message>
    <message>
        <source>The owner&apos;s key is in “{file}”. Copy it to two USB sticks, lock them away, and delete the file here: whoever has it decides who may publish.</source>
        <translation>主人密钥在“{file}”。请复制到两个 U 盘锁好，再删掉这里的文件：拿到它的人就能决定谁可以发布。</translation>
    </message>
    <message>
        <source>The owner&apos;s new key is in “{file}”. Exchange it on your USB sticks.</source>
        <translation>新的主人密钥在“{file}”。请把 U 盘上的也换掉。</translation>
    </message>
    <message>
        <source>Then this puts back what this computer has published, and brings the channel past what agents have seen. If it was not, someone else has changed the folder: find out who first.</source>
        <translation>如果是，程序会补回这台电脑发布过的内容，并让频道越过客服已经见过的版本。如果不是，说明有人动过这个文件夹：请先查清是谁。</translation>
    </message>
    <message>
        <source>They can publish no more. What they published stays in use.</source>
        <translation>此人不能再发布。已经发布的内容继续使用。</translation>
    </message>
    <message>
        <source>This computer has no lead&apos;s key for this channel.</source>
        <translation>这台电脑没有这个频道的组长密钥。</translation>
    </message>
    <message>
        <source>This computer publishes as {name} for the team “{team}”.</source>
        <translation>这台电脑以 {name} 的身份为“{team}”组发布。</translation>
    </message>
    <message>
        <source>Was the channel&apos;s folder restored from a backup?</source>
        <translation>频道的文件夹是从备份恢复的吗？</translation>
    </message>
    <message>
        <source>Who may publish</source>
        <translation>谁可以发布</translation>
    </message>
    <message>
        <source>Who may publish is decided with the owner&apos;s key, a file that was written when the channel was made. Put its USB stick in and name the file here; take it out again afterwards.</source>
        <translation>谁可以发布，由主人密钥决定：它是建立频道时写下的一个文件。请插上存有它的 U 盘，在这里选择文件；用完再拔下。</translation>
    </message>
    <message>
        <source>Write the key file of {name}</source>
        <translation>写出 {name} 的密钥文件</translation>
    </message>
    <message>
        <source>Write the new key file of {name}</source>
        <translation>写出 {name} 的新密钥文件</translation>
    </message>
    <message>
        <source>{name} may publish no more.</source>
        <translation>{name} 不能再发布了。</translation>
    </message>
    <message>
        <source>“{file}” is the key of {name}. Hand it to them and to nobody else; they take it with Subscribe → Open a file.</source>
        <translation>“{file}”是 {name} 的密钥。请只交给本人；对方用“订阅 → 打开文件”接收。</translation>
    </message>
    <message>
        <source>“{file}” is the new key of {name}; the old one counts no more. If it was stolen, look under Versions through what was published with it.</source>
        <translation>“{file}”是 {name} 的新密钥，旧的已作废。如果旧密钥是被盗的，请在“历史版本”里看一遍用它发布过什么。</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Delete it if you no longer need it.</source>
        <translation>如不再需要，可以删除。</translation>
    </message>
    <message>
        <source>Make a copy of it and change that, or ask your team lead.</source>
        <translation>请复制一份再改，或联系团队负责人。</translation>
    </message>
    <message>
        <source>Of “{title}” only your team changes “{field}”. Nothing was changed.</source>
        <translation>“{title}”的“{field}”只能由团队修改，什么都没有改动。</translation>
    </message>
    <message>
        <source>Save your text as a new reply, or choose another from the list.</source>
        <translation>请把内容另存为新话术，或在列表中另选一条。</translation>
    </message>
    <message>
        <source>The reply “{key}” is no longer there. Nothing was changed.</source>
        <translation>话术“{key}”已经不在了，什么都没有改动。</translation>
    </message>
    <message>
        <source>Your team has deleted “{title}”, so there is no version of theirs to go back to. Yours is as it was.</source>
        <translation>团队已删除“{title}”，没有团队版本可以恢复；您的版本保持原样。</translation>
    </message>
    <message>
        <source>the first day</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>the lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>the name it is known by</source>
        <translation>内部编号</translation>
    </message>
    <message>
        <source>“{title}” is locked by your team. Nothing was changed.</source>
        <translation>“{title}”已被团队锁定，什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>LeadBox</name>
    <message>
        <source>Invite a lead</source>
        <translation>邀请组长</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>小组</translation>
    </message>
    <message>
        <source>The lead may publish the packs of this team and of no other. Hand the key file to them in person or on a stick, and to nobody else. A new team is made by typing its name: small letters, digits and hyphens.</source>
        <translation>这位组长只能发布这个小组的话术包。密钥文件请当面或用 U 盘只交给本人。输入新的组名就会新建小组：用小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>Write the key file…</source>
        <translation>写出密钥文件…</translation>
    </message>
</context>
<context>
    <name>LeadPage</name>
    <message>
        <source>Publishing …</source>
        <translation>正在发布…</translation>
    </message>
    <message>
        <source>This is for team leads. This computer has no lead&apos;s key: the channel&apos;s owner makes one under “Channel and keys”, and you take it with Subscribe → Open a file. Who has no channel yet makes one there too.</source>
        <translation>这里供组长使用。这台电脑没有组长密钥：由频道的主人在“频道与密钥”里写出，您用“订阅 → 打开文件”接收。还没有频道的，也在那里建立。</translation>
    </message>
</context>
<context>
    <name>LearningRoom</name>
    <message>
        <source>Easily</source>
        <translation>很轻松</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不会</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Reading room</source>
        <translation>新人学习室</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>不错</translation>
    </message>
    <message>
        <source>With effort</source>
        <translation>有点吃力</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} 分钟</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>A lesson of this kind has: {names}.</source>
        <translation>这一类课程可以写：{names}。</translation>
    </message>
    <message>
        <source>A lesson of this kind needs: {names}.</source>
        <translation>这一类课程必须写：{names}。</translation>
    </message>
    <message>
        <source>A voice has the place {place} exactly once.</source>
        <translation>每种口吻里要有且只有一处 {place}。</translation>
    </message>
    <message>
        <source>Begin the file with a line “---”, “name: text” lines and “---” again.</source>
        <translation>文件开头请写一行“---”，接着是“名称: 内容”的各行，再写一行“---”。</translation>
    </message>
    <message>
        <source>Check that it is a file and that you may read it.</source>
        <translation>请确认它是文件，并且您有读取的权限。</translation>
    </message>
    <message>
        <source>Keep one of the two lines.</source>
        <translation>请只保留一行。</translation>
    </message>
    <message>
        <source>Make several lessons of it.</source>
        <translation>请分成几篇。</translation>
    </message>
    <message>
        <source>Number its questions: “1. …”, “2. …”, above the line “***”.</source>
        <translation>请在“***”这一行上面给问题编号：“1. …”“2. …”。</translation>
    </message>
    <message>
        <source>Put a line “***” with an empty line around it, and the thoughts below.</source>
        <translation>请写一行“***”，上下各空一行，下面写参考思路。</translation>
    </message>
    <message>
        <source>Put a line “---” between the head and the text.</source>
        <translation>请在开头部分和正文之间写一行“---”。</translation>
    </message>
    <message>
        <source>Put {place} where the customer&apos;s question belongs.</source>
        <translation>请把 {place} 放在客户提问的位置。</translation>
    </message>
    <message>
        <source>Save the file again in UTF-8.</source>
        <translation>请用 UTF-8 编码重新保存。</translation>
    </message>
    <message>
        <source>The case asks nothing.</source>
        <translation>案例没有提问题。</translation>
    </message>
    <message>
        <source>The case has no thoughts.</source>
        <translation>案例没有参考思路。</translation>
    </message>
    <message>
        <source>The head of the lesson does not end.</source>
        <translation>课程的开头部分没有结束。</translation>
    </message>
    <message>
        <source>The lesson cannot be read: {reason}.</source>
        <translation>课程文件无法读取：{reason}。</translation>
    </message>
    <message>
        <source>The lesson has no head.</source>
        <translation>课程没有开头部分。</translation>
    </message>
    <message>
        <source>The lesson has no text.</source>
        <translation>课程没有正文。</translation>
    </message>
    <message>
        <source>The lesson is larger than {size} KB.</source>
        <translation>课程文件超过了 {size} KB。</translation>
    </message>
    <message>
        <source>The lesson is not written in UTF-8.</source>
        <translation>课程文件不是 UTF-8 编码。</translation>
    </message>
    <message>
        <source>The lesson is of a version that this program does not read.</source>
        <translation>本程序读不了这个版本的课程。</translation>
    </message>
    <message>
        <source>The line “{name}” is missing.</source>
        <translation>缺少“{name}”这一行。</translation>
    </message>
    <message>
        <source>There is no reply “{name}”.</source>
        <translation>没有“{name}”这条回复。</translation>
    </message>
    <message>
        <source>Write one name, a colon and its text on each line of the head.</source>
        <translation>开头部分每行写一个名称、一个半角冒号和内容。</translation>
    </message>
    <message>
        <source>Write one of: {kinds}.</source>
        <translation>请写以下之一：{kinds}。</translation>
    </message>
    <message>
        <source>Write the id of a reply in this pack, or “pack/id” of another one.</source>
        <translation>请写本话术包里回复的 id，或者用“包/id”写别的包里的回复。</translation>
    </message>
    <message>
        <source>Write the text below the head.</source>
        <translation>请在开头部分下面写正文。</translation>
    </message>
    <message>
        <source>Write “version: {known}”, or update the program.</source>
        <translation>请写“version: {known}”，或者更新程序。</translation>
    </message>
    <message>
        <source>“{family}” is switched off.</source>
        <translation>已关闭“{family}”这类检查。</translation>
    </message>
    <message>
        <source>“{kind}” is no kind of lesson.</source>
        <translation>“{kind}”不是课程的种类。</translation>
    </message>
    <message>
        <source>“{line}” is no “name: text” line.</source>
        <translation>“{line}”不是“名称: 内容”的写法。</translation>
    </message>
    <message>
        <source>“{name}” is not a known name here.</source>
        <translation>这里没有“{name}”这个名称。</translation>
    </message>
    <message>
        <source>“{name}” is written twice.</source>
        <translation>“{name}”写了两次。</translation>
    </message>
    <message>
        <source>“{text}” is not a problem from now on.</source>
        <translation>以后不再提示“{text}”。</translation>
    </message>
</context>
<context>
    <name>LevelsTable</name>
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
        <source>Weight</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>All replies</source>
        <translation>全部话术</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Bring replies from a file of another tool; looked at first</source>
        <translation>从其他工具的文件导入话术；先看清再决定</translation>
    </message>
    <message>
        <source>Change the tags</source>
        <translation>修改标签</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drop replies here to move them.</source>
        <translation>把话术拖到这里即可移动。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>另建副本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Export for another tool …</source>
        <translation>导出给其他工具…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Looking for replies that are nearly the same …</source>
        <translation>正在查找几乎相同的话术…</translation>
    </message>
    <message>
        <source>Make a copy among your own replies</source>
        <translation>在您自己的话术里建一个副本</translation>
    </message>
    <message>
        <source>Make it a favourite, or no favourite any more</source>
        <translation>加入收藏，或取消收藏</translation>
    </message>
    <message>
        <source>Make one reply of those that say the same</source>
        <translation>把意思相同的几条并成一条</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Move to another category</source>
        <translation>移到另一个分类</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>No favourites yet.
Ctrl+D makes the chosen reply one.</source>
        <translation>还没有收藏。
选中话术后按 Ctrl+D 收藏。</translation>
    </message>
    <message>
        <source>No two replies here are nearly the same.</source>
        <translation>这里没有几乎相同的话术。</translation>
    </message>
    <message>
        <source>Nothing found here.
Try fewer words or clear the filters: Esc takes them back one by one. “All replies” looks everywhere.</source>
        <translation>这里没有找到。
换少一点的词，或清除筛选：按 Esc 逐个取消。点“全部话术”可在所有分类里找。</translation>
    </message>
    <message>
        <source>Open it in the editor; a team’s reply keeps your version of it</source>
        <translation>在编辑器里打开；改团队的话术会存为您自己的版本</translation>
    </message>
    <message>
        <source>Open the palette with this reply chosen</source>
        <translation>打开搜索窗口并选中这一条</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Put the text on the clipboard; fields are asked for</source>
        <translation>把文字放到剪贴板；有字段会先请您填写</translation>
    </message>
    <message>
        <source>Put your replies into the bin, and hide the team’s</source>
        <translation>自己的放进回收站，团队的隐藏</translation>
    </message>
    <message>
        <source>Reset to the team’s version</source>
        <translation>恢复为团队版本</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show in the palette</source>
        <translation>在搜索窗口中显示</translation>
    </message>
    <message>
        <source>Tags …</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Take it out of the bin, or show it again</source>
        <translation>从回收站取回，或重新显示</translation>
    </message>
    <message>
        <source>Take the copied picture into this reply</source>
        <translation>把复制的图片放进这条话术</translation>
    </message>
    <message>
        <source>The bin is empty.
Deleted replies stay here until you restore them.</source>
        <translation>回收站是空的。
删除的话术会留在这里，随时可以恢复。</translation>
    </message>
    <message>
        <source>The team’s replies that you have hidden.</source>
        <translation>您隐藏的团队话术。</translation>
    </message>
    <message>
        <source>There are no replies yet.
Ctrl+N writes one; a pack brings many.</source>
        <translation>还没有话术。
按 Ctrl+N 写一条；添加话术包可一次得到许多条。</translation>
    </message>
    <message>
        <source>Throw your changes to a team’s reply away</source>
        <translation>放弃您对团队话术的修改</translation>
    </message>
    <message>
        <source>What was deleted. It can be restored.</source>
        <translation>删除的话术，可以恢复。</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>未分类</translation>
    </message>
    <message>
        <source>Write a new reply</source>
        <translation>写一条新话术</translation>
    </message>
    <message>
        <source>Write the selected replies into a file that other tools read</source>
        <translation>把选中的话术写成其他工具能读的文件</translation>
    </message>
    <message>
        <source>Write the selected replies into a folder, as a pack</source>
        <translation>把选中的话术作为话术包写入文件夹</translation>
    </message>
    <message>
        <source>You have not written a reply yet.
Ctrl+N begins one; Ctrl+Shift+D copies one of the team’s.</source>
        <translation>您还没有写过话术。
按 Ctrl+N 新写一条；按 Ctrl+Shift+D 另建副本团队的。</translation>
    </message>
    <message>
        <source>changed by me</source>
        <translation>我改过</translation>
    </message>
    <message>
        <source>deleted by the team</source>
        <translation>团队已删除</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>not yet valid</source>
        <translation>未到期</translation>
    </message>
    <message>
        <source>the team has news</source>
        <translation>团队有更新</translation>
    </message>
    <message>
        <source>{count} of {whole} replies</source>
        <translation>{whole} 条中的 {count} 条</translation>
    </message>
    <message>
        <source>{count} replies</source>
        <translation>{count} 条话术</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>选中 {count} 条</translation>
    </message>
    <message>
        <source>{name}, {count} replies</source>
        <translation>{name}，{count} 条话术</translation>
    </message>
</context>
<context>
    <name>LibraryDetail</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Example: {values}</source>
        <translation>示例：{values}</translation>
    </message>
    <message>
        <source>Expired on {day}: it is not offered any more.</source>
        <translation>已于 {day} 过期，不再提供。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式</translation>
    </message>
    <message>
        <source>Hidden by you. Restore it to use it again.</source>
        <translation>您隐藏了这一条。恢复后可再使用。</translation>
    </message>
    <message>
        <source>In the bin. Restore it to use it again.</source>
        <translation>在回收站里。恢复后可再使用。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Locked by the team: it can be copied, not changed.</source>
        <translation>团队已锁定：可以复制，不能修改。</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Mine: {text}</source>
        <translation>我的：{text}</translation>
    </message>
    <message>
        <source>My edits</source>
        <translation>我的修改记录</translation>
    </message>
    <message>
        <source>Not used yet.</source>
        <translation>还没有用过。</translation>
    </message>
    <message>
        <source>Other wording {number}</source>
        <translation>说法 {number}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复内容</translation>
    </message>
    <message>
        <source>Reset to the team’s version</source>
        <translation>恢复为团队版本</translation>
    </message>
    <message>
        <source>Take the team’s</source>
        <translation>采用团队的</translation>
    </message>
    <message>
        <source>The team has changed “{part}” since you did.</source>
        <translation>您修改之后，团队又改了“{part}”。</translation>
    </message>
    <message>
        <source>The team has deleted this reply; yours is kept.</source>
        <translation>团队已删除这条话术；您的版本保留着。</translation>
    </message>
    <message>
        <source>The team’s: {text}</source>
        <translation>团队的：{text}</translation>
    </message>
    <message>
        <source>This text has {count} characters; only its beginning is shown here.</source>
        <translation>全文有 {count} 字，这里只显示开头。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Used once.</source>
        <translation>用过一次。</translation>
    </message>
    <message>
        <source>Used {count} times.</source>
        <translation>用过 {count} 次。</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>亲切</translation>
    </message>
    <message>
        <source>You have changed: {parts}.</source>
        <translation>您改过：{parts}。</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>kept mine</source>
        <translation>保留我的版本</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>put into the bin</source>
        <translation>放入回收站</translation>
    </message>
    <message>
        <source>reset to the team’s version</source>
        <translation>恢复为团队版本</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>shown again</source>
        <translation>重新显示</translation>
    </message>
    <message>
        <source>tagged</source>
        <translation>改标签</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>took the team’s version</source>
        <translation>采用团队版本</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} 止</translation>
    </message>
    <message>
        <source>written</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>LibraryFrame</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>All that can be done with what is selected; F6 goes from part to part</source>
        <translation>对选中话术能做的一切；按 F6 在各部分之间切换</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>话术库</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search titles, texts, pinyin, codes  (Ctrl+F)</source>
        <translation>搜标题、内容、拼音、编码 （Ctrl+F）</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Export into an empty folder</source>
        <translation>导出到空文件夹</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one first.</source>
        <translation>剪贴板里没有图片。请先复制一张。</translation>
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
    <name>MacOS</name>
    <message>
        <source>No key of an Apple keyboard makes {key}.</source>
        <translation>Apple 键盘上没有键能打出 {key}。</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>macOS did not take the reply onto the clipboard; nothing was pasted.</source>
        <translation>macOS 没有把话术放上剪贴板，未粘贴任何内容。</translation>
    </message>
    <message>
        <source>macOS does not allow {key}: add Ctrl or Cmd.</source>
        <translation>macOS 不允许 {key}：请加上 Ctrl 或 Cmd。</translation>
    </message>
    <message>
        <source>macOS does not let Desktop Assist press keys yet: switch it on in System Settings › Privacy &amp; Security › Accessibility. Until then, paste with Cmd+V yourself.</source>
        <translation>macOS 尚未允许 Desktop Assist 按键：请在“系统设置 › 隐私与安全性 › 辅助功能”中打开。在此之前，请自行按 Cmd+V 粘贴。</translation>
    </message>
    <message>
        <source>macOS does not let hotkeys be heard.</source>
        <translation>macOS 不允许接收快捷键。</translation>
    </message>
    <message>
        <source>macOS refused {key} (error {number}).</source>
        <translation>macOS 拒绝了 {key}（错误 {number}）。</translation>
    </message>
</context>
<context>
    <name>MappingRow</name>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>MergeList</name>
    <message>
        <source>Keep it as a new category</source>
        <translation>保留为新分类</translation>
    </message>
    <message>
        <source>Put into “{category}”</source>
        <translation>并入“{category}”</translation>
    </message>
    <message>
        <source>These categories look like ones that you have:</source>
        <translation>这些分类很像您已有的分类：</translation>
    </message>
    <message>
        <source>{category} ({count})</source>
        <translation>{category}（{count}）</translation>
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
    <name>Operations</name>
    <message>
        <source>Merged. {count} changed.</source>
        <translation>已合并，改动 {count} 条。</translation>
    </message>
    <message>
        <source>Tags of {count} changed.</source>
        <translation>已修改 {count} 条的标签。</translation>
    </message>
    <message>
        <source>The reply has a picture now.</source>
        <translation>已为话术配上图片。</translation>
    </message>
    <message>
        <source>{count} copied.</source>
        <translation>已复制 {count} 条。</translation>
    </message>
    <message>
        <source>{count} in the bin or hidden now.</source>
        <translation>已将 {count} 条放入回收站或隐藏。</translation>
    </message>
    <message>
        <source>{count} moved to “{category}”.</source>
        <translation>已将 {count} 条移到“{category}”。</translation>
    </message>
    <message>
        <source>{count} reset to the team’s version.</source>
        <translation>已将 {count} 条恢复为团队版本。</translation>
    </message>
    <message>
        <source>{count} restored.</source>
        <translation>已恢复 {count} 条。</translation>
    </message>
    <message>
        <source>{count} stayed as they were: the team has locked them.</source>
        <translation>{count} 条保持原样：团队已锁定。</translation>
    </message>
    <message>
        <source>“{part}” is the team’s now.</source>
        <translation>“{part}”已采用团队的版本。</translation>
    </message>
    <message>
        <source>“{part}” stays yours.</source>
        <translation>“{part}”保留您的版本。</translation>
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
        <source>The system keeps our keys from this window.</source>
        <translation>系统不让按键进入这个窗口。</translation>
    </message>
    <message>
        <source>The window did not take the reply in time.</source>
        <translation>窗口没有及时接收回复。</translation>
    </message>
    <message>
        <source>“{title}” is on the clipboard for one minute: if it is not in the input box yet, press {chord}. What you had copied comes back after that.</source>
        <translation>“{title}”会在剪贴板里保留一分钟：如果输入框里还没有，请按 {chord}。之后恢复您原先复制的内容。</translation>
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
        <source>Choose an empty folder or a new one.</source>
        <translation>请选一个空文件夹或新建一个。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>请换一个文件夹，或腾出空间。</translation>
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
        <source>{count} replies are in “{folder}” now, {lost} without their picture.</source>
        <translation>已将 {count} 条话术写入“{folder}”，其中 {lost} 条缺少图片。</translation>
    </message>
    <message>
        <source>{count} replies are in “{folder}” now.</source>
        <translation>已将 {count} 条话术写入“{folder}”。</translation>
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
        <source>“{folder}” has something in it. Nothing was written.</source>
        <translation>“{folder}”里已有内容，没有写入任何东西。</translation>
    </message>
    <message>
        <source>“{folder}” was not written: {reason}.</source>
        <translation>没能写入“{folder}”：{reason}。</translation>
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
    <name>Part</name>
    <message>
        <source>As a welcome</source>
        <translation>作为欢迎语</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Excused findings</source>
        <translation>已豁免的提示</translation>
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
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Other wordings</source>
        <translation>其他说法</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复内容</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Search terms</source>
        <translation>搜索词</translation>
    </message>
    <message>
        <source>Sent at once</source>
        <translation>直接发送</translation>
    </message>
    <message>
        <source>Several messages</source>
        <translation>多条消息</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技巧</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Tones</source>
        <translation>语气</translation>
    </message>
    <message>
        <source>Translations</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>What customers ask</source>
        <translation>客户会这样问</translation>
    </message>
    <message>
        <source>When to avoid</source>
        <translation>不适用场合</translation>
    </message>
    <message>
        <source>When to use</source>
        <translation>适用场合</translation>
    </message>
</context>
<context>
    <name>Paste</name>
    <message>
        <source>Press the paste key yourself, or start Desktop Assist as administrator too.</source>
        <translation>请自己按粘贴键，或以管理员身份启动 Desktop Assist。</translation>
    </message>
    <message>
        <source>Press the paste key yourself.</source>
        <translation>请自己按粘贴键。</translation>
    </message>
    <message>
        <source>Windows lets no program press keys now.</source>
        <translation>Windows 现在不允许任何程序发送按键。</translation>
    </message>
    <message>
        <source>{program} runs as administrator, so Windows keeps our keys from it.</source>
        <translation>{program} 以管理员身份运行，Windows 不允许我们向它发送按键。</translation>
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
    <name>PictureBox</name>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Drop a picture here or paste one.</source>
        <translation>把图片拖到这里，或粘贴一张。</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Picture of the reply</source>
        <translation>话术的图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>The picture “{name}” cannot be shown.</source>
        <translation>图片“{name}”无法显示。</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Use a PNG or JPEG of at most 40 million pixels.</source>
        <translation>请用不超过 4000 万像素的 PNG 或 JPEG 图片。</translation>
    </message>
    <message>
        <source>“{name}” is no picture that can be read. Nothing has changed.</source>
        <translation>“{name}”不是能读取的图片，什么都没有改动。</translation>
    </message>
</context>
<context>
    <name>PlacesTree</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
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
    <name>Portal</name>
    <message>
        <source>No hotkeys: the session bus has ended. Start the program again.</source>
        <translation>没有快捷键：会话总线已结束。请重新启动本程序。</translation>
    </message>
    <message>
        <source>No hotkeys: {reason}. Bind a shortcut of the desktop to “desktop-assist palette”.</source>
        <translation>没有快捷键：{reason}。请把桌面自己的快捷键绑定到“desktop-assist palette”。</translation>
    </message>
    <message>
        <source>Replies are left on the clipboard, for you to paste: {reason}.</source>
        <translation>话术会留在剪贴板里，请自行粘贴：{reason}。</translation>
    </message>
    <message>
        <source>Start the program from within the desktop session.</source>
        <translation>请在桌面会话中启动本程序。</translation>
    </message>
    <message>
        <source>The desktop did not grant {keys}.</source>
        <translation>桌面没有允许 {keys}。</translation>
    </message>
    <message>
        <source>The note of the permission could not be removed: {reason}. The desktop’s own settings can take the permission back.</source>
        <translation>许可的记录没能删除：{reason}。可以在桌面自己的设置里收回许可。</translation>
    </message>
    <message>
        <source>There is no session bus here.</source>
        <translation>这里没有会话总线。</translation>
    </message>
    <message>
        <source>the desktop does not answer</source>
        <translation>桌面没有回应</translation>
    </message>
    <message>
        <source>the desktop refused</source>
        <translation>桌面拒绝了</translation>
    </message>
    <message>
        <source>the desktop took the permission back</source>
        <translation>桌面收回了许可</translation>
    </message>
    <message>
        <source>the desktop took them back</source>
        <translation>桌面收回了授权</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>请求被取消了</translation>
    </message>
    <message>
        <source>this desktop does not offer it</source>
        <translation>这个桌面不提供此功能</translation>
    </message>
</context>
<context>
    <name>PracticeChat</name>
    <message>
        <source>A customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Hello, I just left you a review!</source>
        <translation>您好，我刚给您写了评价哦！</translation>
    </message>
    <message>
        <source>Input box of the practice chat</source>
        <translation>练习聊天的输入框</translation>
    </message>
    <message>
        <source>Open the palette</source>
        <translation>打开话术窗口</translation>
    </message>
    <message>
        <source>Your answer appears here; nothing is sent</source>
        <translation>您的回复会出现在这里；不会真的发送</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
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
        <source>Window class</source>
        <translation>窗口类名</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>    ! Meanwhile the team&apos;s text is:</source>
        <translation>    ! 团队现在的内容是：</translation>
    </message>
    <message>
        <source>A file was not taken: it was written by a newer version of this program. Nothing of it was used.</source>
        <translation>有一个文件没有收下：它是更新版本的程序写的。其中的内容一概没有使用。</translation>
    </message>
    <message>
        <source>A file was not taken: {why}. Nothing of it was used.</source>
        <translation>有一个文件没有收下：{why}。其中的内容一概没有使用。</translation>
    </message>
    <message>
        <source>A proposal is declined with a reason of at most {most} signs. Nothing was changed.</source>
        <translation>谢绝建议要写理由，最多 {most} 个字。什么都没有改动。</translation>
    </message>
    <message>
        <source>Ask whoever sent it to send it again.</source>
        <translation>请发送的人重新发一次。</translation>
    </message>
    <message>
        <source>Ask your lead to let you write there.</source>
        <translation>请组长给您那里的写入权限。</translation>
    </message>
    <message>
        <source>Change the reply first. Pictures and hotkeys do not travel with a proposal.</source>
        <translation>请先修改这条话术。图片和快捷键不会随建议发送。</translation>
    </message>
    <message>
        <source>Choose from 1 to {most}.</source>
        <translation>请在 1 到 {most} 之间选择。</translation>
    </message>
    <message>
        <source>Choose one with --pack: {packs}.</source>
        <translation>请用 --pack 选择：{packs}。</translation>
    </message>
    <message>
        <source>Correct it, then propose it again.</source>
        <translation>请改正后重新提交。</translation>
    </message>
    <message>
        <source>Decline the proposal, or make the change by hand.</source>
        <translation>请谢绝这条建议，或者手动修改。</translation>
    </message>
    <message>
        <source>Decline the proposal, or put the reply back first.</source>
        <translation>请谢绝这条建议，或者先恢复这条话术。</translation>
    </message>
    <message>
        <source>Declined. The agent reads your reason.</source>
        <translation>已谢绝。提建议的同事会看到您的理由。</translation>
    </message>
    <message>
        <source>Find its id with: desktop-assist search WORDS</source>
        <translation>查找它的编号：desktop-assist search 关键词</translation>
    </message>
    <message>
        <source>From the next report on you have another random id.</source>
        <translation>从下一次起，您会用新的随机编号。</translation>
    </message>
    <message>
        <source>From today on the lead is sent how often each of the team&apos;s replies went out in a week: no text, no names, under a random id.</source>
        <translation>从今天起，会把团队每条话术一周用了几次发给组长：不含任何文字和姓名，用随机编号。</translation>
    </message>
    <message>
        <source>It is in “{file}”; send that to your lead.</source>
        <translation>已存到“{file}”，请发给组长。</translation>
    </message>
    <message>
        <source>It is not known where you edit the pack “{pack}”. Nothing was changed.</source>
        <translation>不知道您在哪里编辑话术包“{pack}”。什么都没有改动。</translation>
    </message>
    <message>
        <source>It is tried again by itself; or save it as a file and send that to your lead.</source>
        <translation>程序会自动重试；也可以存成文件发给组长。</translation>
    </message>
    <message>
        <source>It is tried again with every sync.</source>
        <translation>每次同步时都会再试。</translation>
    </message>
    <message>
        <source>Look at both; to put the proposed text in the place of today&apos;s, take it with --over.</source>
        <translation>请对照两边；要用建议的内容替换现在的，请加 --over 采纳。</translation>
    </message>
    <message>
        <source>Make the change there by hand; then take the proposal again, which only tells the agent.</source>
        <translation>请手动修改，然后再次采纳这条建议，这样只会通知提建议的同事。</translation>
    </message>
    <message>
        <source>Name its folder: --pack FOLDER</source>
        <translation>请指定它的文件夹：--pack 文件夹</translation>
    </message>
    <message>
        <source>No agent has sent counts for these weeks.</source>
        <translation>这几周没有人发送使用次数。</translation>
    </message>
    <message>
        <source>Nothing could be put into “{folder}”: {reason}.</source>
        <translation>无法放进“{folder}”：{reason}。</translation>
    </message>
    <message>
        <source>Nothing is counted for the lead any more, and what was sent is deleted.</source>
        <translation>已停止为组长统计，发送过的也已删除。</translation>
    </message>
    <message>
        <source>Nothing is counted for your lead any more, but what was sent before could not be deleted yet.</source>
        <translation>已停止为组长统计，但以前发送的还没能删除。</translation>
    </message>
    <message>
        <source>Nothing was proposed: {why}.</source>
        <translation>没有提交建议：{why}。</translation>
    </message>
    <message>
        <source>Proposals are answered where the team&apos;s packs are published.</source>
        <translation>请在发布团队话术的那台电脑上答复建议。</translation>
    </message>
    <message>
        <source>Proposals under the name “{name}” came with different keys: ask whether all are theirs.</source>
        <translation>署名“{name}”的建议用了不同的密钥：请问一下是不是都是本人提的。</translation>
    </message>
    <message>
        <source>Save it as a file and send that to your lead.</source>
        <translation>请存成文件发给组长。</translation>
    </message>
    <message>
        <source>Say in a sentence why; the agent reads it.</source>
        <translation>用一句话说明原因，提建议的同事会看到。</translation>
    </message>
    <message>
        <source>See which there are with: desktop-assist channel proposals</source>
        <translation>查看有哪些建议：desktop-assist channel proposals</translation>
    </message>
    <message>
        <source>Take it from a backup. Without one, delete it: a new one is made, and your lead sees that the key is another.</source>
        <translation>请从备份恢复。没有备份就把它删掉：程序会生成新的，组长会看到密钥换了。</translation>
    </message>
    <message>
        <source>Taken into “{file}”. It reaches the team with the next publish.</source>
        <translation>已采纳，写入“{file}”。下次发布时送到全组。</translation>
    </message>
    <message>
        <source>The pack belongs to the team “{team}”, whose lead answers.</source>
        <translation>这个话术包属于“{team}”组，由该组组长答复。</translation>
    </message>
    <message>
        <source>The pack has no reply “{id}” any more.</source>
        <translation>话术包里已经没有话术“{id}”了。</translation>
    </message>
    <message>
        <source>The program is sending something to this channel just now. Nothing was changed.</source>
        <translation>程序正在向这个频道发送内容。什么都没有改动。</translation>
    </message>
    <message>
        <source>The team has changed the same since: {fields}. Nothing was changed.</source>
        <translation>团队后来也改了同样的内容：{fields}。什么都没有改动。</translation>
    </message>
    <message>
        <source>There are no proposals here.</source>
        <translation>这里没有建议。</translation>
    </message>
    <message>
        <source>There is no proposal “{id}” here. Nothing was changed.</source>
        <translation>这里没有编号为“{id}”的建议。什么都没有改动。</translation>
    </message>
    <message>
        <source>There is no reply “{id}”. Nothing was proposed.</source>
        <translation>没有话术“{id}”。没有提交建议。</translation>
    </message>
    <message>
        <source>This channel is on a web server, where nothing can be put.</source>
        <translation>这个频道在网站服务器上，不能往里放东西。</translation>
    </message>
    <message>
        <source>This computer does not know the pack “{pack}”.</source>
        <translation>这台电脑不认识话术包“{pack}”。</translation>
    </message>
    <message>
        <source>This computer has no lead&apos;s key for the channel. Nothing was changed.</source>
        <translation>这台电脑上没有这个频道的组长密钥。什么都没有改动。</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
    <message>
        <source>What is for the lead goes there as a file, by other ways.</source>
        <translation>要给组长的内容，请存成文件，用别的方式发过去。</translation>
    </message>
    <message>
        <source>You have not agreed to send counts. Nothing is sent.</source>
        <translation>您没有同意发送使用次数。什么都不会发送。</translation>
    </message>
    <message>
        <source>You have proposed nothing to this channel yet.</source>
        <translation>您还没有向这个频道提过建议。</translation>
    </message>
    <message>
        <source>Your key in “{file}” is damaged. Nothing was sent.</source>
        <translation>您在“{file}”里的密钥已损坏。什么都没有发送。</translation>
    </message>
    <message>
        <source>Your proposal is kept on this computer, and not in the lead&apos;s inbox yet: {why}</source>
        <translation>您的建议已保存在这台电脑上，但还没有送到组长的收件箱：{why}</translation>
    </message>
    <message>
        <source>Your “{title}” says what the team&apos;s does. There is nothing to propose.</source>
        <translation>您的“{title}”和团队的一样，没有可以建议的内容。</translation>
    </message>
    <message>
        <source>also write it into a file, to be sent by other ways</source>
        <translation>同时存成文件，用别的方式发送</translation>
    </message>
    <message>
        <source>as an agent: agree to send counts by reply and week</source>
        <translation>组员：同意按话术和周发送使用次数</translation>
    </message>
    <message>
        <source>as an agent: send no more, and delete what was sent</source>
        <translation>组员：不再发送，并删除已发送的</translation>
    </message>
    <message>
        <source>as an agent: send now what is due, and show it</source>
        <translation>组员：现在就发送到期的，并显示内容</translation>
    </message>
    <message>
        <source>as an agent: take another random id</source>
        <translation>组员：换一个随机编号</translation>
    </message>
    <message>
        <source>decline a proposal; the agent reads why</source>
        <translation>谢绝一条建议；提建议的同事会看到理由</translation>
    </message>
    <message>
        <source>how many weeks back</source>
        <translation>往前多少周</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>它无法读取（{reason}）</translation>
    </message>
    <message>
        <source>it changes what a proposal cannot change</source>
        <translation>它要改动建议不能改动的内容</translation>
    </message>
    <message>
        <source>it counts more than a person can use</source>
        <translation>其中的次数超出了一个人能用的范围</translation>
    </message>
    <message>
        <source>it gives no reason</source>
        <translation>没有写理由</translation>
    </message>
    <message>
        <source>it has signs in it that cannot be seen</source>
        <translation>里面有看不见的字符</translation>
    </message>
    <message>
        <source>it holds something else</source>
        <translation>里面是别的东西</translation>
    </message>
    <message>
        <source>it is damaged, or not written by this program</source>
        <translation>它已损坏，或者不是本程序写的</translation>
    </message>
    <message>
        <source>it is longer than {most} kB</source>
        <translation>它超过 {most} kB</translation>
    </message>
    <message>
        <source>it is no letter</source>
        <translation>它不是建议文件</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>它太长了</translation>
    </message>
    <message>
        <source>it names no reply of a pack</source>
        <translation>它没有指明话术包里的话术</translation>
    </message>
    <message>
        <source>it says one thing and holds another</source>
        <translation>它说的和装的不一样</translation>
    </message>
    <message>
        <source>it was changed after it was put there</source>
        <translation>它放进去之后被改动过</translation>
    </message>
    <message>
        <source>it was changed after it was signed</source>
        <translation>它在签名之后被改动过</translation>
    </message>
    <message>
        <source>it was written for another channel</source>
        <translation>它是写给另一个频道的</translation>
    </message>
    <message>
        <source>print a table for a spreadsheet</source>
        <translation>输出电子表格用的表</translation>
    </message>
    <message>
        <source>propose that the team give the reply up</source>
        <translation>建议团队撤回这条话术</translation>
    </message>
    <message>
        <source>propose to your lead what you changed or wrote; alone, tell what became of it</source>
        <translation>把您修改或编写的话术建议给组长；不带参数时，显示建议的结果</translation>
    </message>
    <message>
        <source>show those that were answered</source>
        <translation>显示已答复的</translation>
    </message>
    <message>
        <source>show what agents propose, and take in files that they sent</source>
        <translation>查看组员的建议，并收下他们发来的文件</translation>
    </message>
    <message>
        <source>sum up which replies agents use, by week, where they agreed to tell</source>
        <translation>按周汇总同意统计的组员用了哪些话术</translation>
    </message>
    <message>
        <source>take it although the team has changed the same since</source>
        <translation>即使团队后来改了同样的内容也采纳</translation>
    </message>
    <message>
        <source>the folder where you edit a pack; remembered</source>
        <translation>您编辑话术包的文件夹；会记住</translation>
    </message>
    <message>
        <source>the name in it is empty or longer than {most} signs</source>
        <translation>署名是空的，或者超过 {most} 个字</translation>
    </message>
    <message>
        <source>the name that the lead sees</source>
        <translation>组长看到的署名</translation>
    </message>
    <message>
        <source>the note is longer than {most} signs</source>
        <translation>说明超过 {most} 个字</translation>
    </message>
    <message>
        <source>the pack that a new reply should go into</source>
        <translation>新话术要放进哪个话术包</translation>
    </message>
    <message>
        <source>the reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>there are {count} files, and the first {most} are looked at</source>
        <translation>共有 {count} 个文件，只查看前 {most} 个</translation>
    </message>
    <message>
        <source>why; the lead reads it</source>
        <translation>原因，组长会看到</translation>
    </message>
    <message>
        <source>write a proposal into the pack that you edit</source>
        <translation>把一条建议写入您编辑的话术包</translation>
    </message>
    <message>
        <source>{count} weeks were sent.</source>
        <translation>已发送 {count} 周。</translation>
    </message>
    <message>
        <source>{id} change: {key} “{title}”, {who}, {when}</source>
        <translation>{id} 修改：{key} “{title}”，{who}，{when}</translation>
    </message>
    <message>
        <source>{id} new: {key} “{title}”, {who}, {when}</source>
        <translation>{id} 新增：{key} “{title}”，{who}，{when}</translation>
    </message>
    <message>
        <source>{id} withdraw: {key} “{title}”, {who}, {when}</source>
        <translation>{id} 撤回：{key} “{title}”，{who}，{when}</translation>
    </message>
    <message>
        <source>{id} “{title}”: declined by {lead}: {because}</source>
        <translation>{id} “{title}”：{lead} 谢绝了：{because}</translation>
    </message>
    <message>
        <source>{id} “{title}”: not delivered yet.</source>
        <translation>{id} “{title}”：还没有送达。</translation>
    </message>
    <message>
        <source>{id} “{title}”: taken by {lead}.</source>
        <translation>{id} “{title}”：{lead} 采纳了。</translation>
    </message>
    <message>
        <source>{id} “{title}”: waits for your lead.</source>
        <translation>{id} “{title}”：等组长答复。</translation>
    </message>
    <message>
        <source>{problem} Nothing was changed.</source>
        <translation>{problem}什么都没有改动。</translation>
    </message>
    <message>
        <source>{weeks} weeks cannot be summed up.</source>
        <translation>无法汇总 {weeks} 周。</translation>
    </message>
    <message>
        <source>“{field}” in it is of another kind</source>
        <translation>其中“{field}”的类型不对</translation>
    </message>
    <message>
        <source>“{file}” is written in a way that could not be changed without touching more than was proposed. Nothing was changed.</source>
        <translation>“{file}”的写法使程序无法只改动建议的部分。什么都没有改动。</translation>
    </message>
    <message>
        <source>“{pack}” is no pack of this channel. Nothing was proposed.</source>
        <translation>“{pack}”不是这个频道的话术包。没有提交建议。</translation>
    </message>
    <message>
        <source>“{title}” is proposed to your lead ({id}).</source>
        <translation>已向组长建议“{title}”（{id}）。</translation>
    </message>
</context>
<context>
    <name>ProposePage</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A reply that should go</source>
        <translation>应该撤下的话术</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>Find a reply</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>For the pack</source>
        <translation>放进话术包</translation>
    </message>
    <message>
        <source>My own replies</source>
        <translation>我自己的话术</translation>
    </message>
    <message>
        <source>Note for your lead</source>
        <translation>给组长的说明</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Send to the lead</source>
        <translation>发给组长</translation>
    </message>
    <message>
        <source>Sending the suggestion …</source>
        <translation>正在发送建议…</translation>
    </message>
    <message>
        <source>Sent. Under “My suggestions” you will see the answer.</source>
        <translation>已发送。答复会出现在“我的建议”里。</translation>
    </message>
    <message>
        <source>Subscribe to a channel first; then you can suggest something to its leads.</source>
        <translation>请先订阅频道，然后就可以向它的组长提建议。</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>建议内容</translation>
    </message>
    <message>
        <source>Suggest to the team</source>
        <translation>向团队提建议</translation>
    </message>
    <message>
        <source>The channel has no replies yet.</source>
        <translation>频道里还没有话术。</translation>
    </message>
    <message>
        <source>The suggestion in full</source>
        <translation>建议的全文</translation>
    </message>
    <message>
        <source>What I changed</source>
        <translation>我改过的</translation>
    </message>
    <message>
        <source>Why it should go</source>
        <translation>为什么该撤下</translation>
    </message>
    <message>
        <source>You find it under “My suggestions”.</source>
        <translation>可以在“我的建议”里找到它。</translation>
    </message>
    <message>
        <source>You have changed none of this channel&apos;s replies.</source>
        <translation>您没有改过这个频道的话术。</translation>
    </message>
    <message>
        <source>You have no replies of your own yet.</source>
        <translation>您还没有自己的话术。</translation>
    </message>
    <message>
        <source>Your lead sees your suggestion beside the team&apos;s version, and takes or declines it. Only what you choose here is sent, with your name and note.</source>
        <translation>组长会把您的建议和团队的版本对照着看，然后采纳或不采纳。只发送您在这里选中的内容，以及您的名字和说明。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的名字</translation>
    </message>
    <message>
        <source>{count} more: type above what you look for.</source>
        <translation>还有 {count} 条：请在上面输入要找的内容。</translation>
    </message>
</context>
<context>
    <name>PublishPage</name>
    <message>
        <source>A pack is a folder with the file pack.yaml. You see first what would change, and what a rule forbids; agents have it minutes after you publish.</source>
        <translation>话术包是一个带 pack.yaml 文件的文件夹。先看会有什么变化、有没有规则禁止的用语；发布后几分钟客服就能收到。</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add the folder of a pack</source>
        <translation>添加话术包的文件夹</translation>
    </message>
    <message>
        <source>Look at the differences</source>
        <translation>查看差别</translation>
    </message>
    <message>
        <source>Looking at the differences …</source>
        <translation>正在查看差别…</translation>
    </message>
    <message>
        <source>No pack is here yet. In the library choose the replies for your team and export them with “Export …”: that makes the folder of a pack. Then add this folder here.</source>
        <translation>这里还没有话术包。请在话术库里选好要给团队的话术，点“导出…”，就得到一个话术包文件夹，再在这里添加它。</translation>
    </message>
    <message>
        <source>Packs to publish</source>
        <translation>要发布的话术包</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Published: {changes}</source>
        <translation>已发布：{changes}</translation>
    </message>
    <message>
        <source>Reading the folder …</source>
        <translation>正在读取文件夹…</translation>
    </message>
</context>
<context>
    <name>PublishPanel</name>
    <message>
        <source>Choose packs at the left, then look at the differences.</source>
        <translation>在左边勾选话术包，再点“查看差别”。</translation>
    </message>
    <message>
        <source>I have looked at the other lead&apos;s changes: publish over them</source>
        <translation>我看过另一位组长的改动，仍然覆盖发布</translation>
    </message>
    <message>
        <source>Notes for the agents</source>
        <translation>给客服的说明</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Publish all the same, because</source>
        <translation>仍然发布，理由</translation>
    </message>
    <message>
        <source>What would be published</source>
        <translation>将要发布的内容</translation>
    </message>
    <message>
        <source>Your reason is recorded with the version</source>
        <translation>理由会随版本记录下来</translation>
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
    <name>Reading</name>
    <message>
        <source>Answer this customer</source>
        <translation>回答这位客户</translation>
    </message>
    <message>
        <source>Cases with questions</source>
        <translation>案例与思考题</translation>
    </message>
    <message>
        <source>Faults in lessons: {count}</source>
        <translation>课程里的错误：{count}</translation>
    </message>
    <message>
        <source>Kinds of customers</source>
        <translation>不同脾气的客户</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程内容</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Lessons are Markdown files in a pack&apos;s folder “lessons”. The starter packs have some: switch one on, or ask your team lead for the team&apos;s.</source>
        <translation>课程是话术包“lessons”文件夹里的 Markdown 文件。自带的起步包里有一些，请启用它，或者向主管要团队的课程。</translation>
    </message>
    <message>
        <source>No pack holds a lesson.</source>
        <translation>话术包里还没有课程。</translation>
    </message>
    <message>
        <source>Read, next</source>
        <translation>读完，下一篇</translation>
    </message>
    <message>
        <source>Replies in the library</source>
        <translation>话术库里的回复</translation>
    </message>
    <message>
        <source>Show the thoughts</source>
        <translation>看参考思路</translation>
    </message>
    <message>
        <source>Steps of the path that you have read: {count} of {all}</source>
        <translation>入门路线已读 {count} / {all}</translation>
    </message>
    <message>
        <source>Strain and feelings</source>
        <translation>压力与情绪</translation>
    </message>
    <message>
        <source>The path, step by step</source>
        <translation>入门路线，一步一步</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>参考思路</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
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
    <name>RollbackBox</name>
    <message>
        <source>Bring a version back</source>
        <translation>恢复旧版本</translation>
    </message>
    <message>
        <source>The content of version {old} is published again as version {new}. The versions between stay in the history. The folder on your computer is not changed.</source>
        <translation>版本 {old} 的内容会作为版本 {new} 重新发布。中间的版本留在历史里。您电脑上的文件夹不变。</translation>
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
    <name>Rows</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
</context>
<context>
    <name>Rubric</name>
    <message>
        <source>Add a please, a thank you or an apology where one is due.</source>
        <translation>该请、该谢、该致歉的地方，补上一句。</translation>
    </message>
    <message>
        <source>Address the customer first, so that they feel somebody is there.</source>
        <translation>先招呼客户，让他知道有人在。</translation>
    </message>
    <message>
        <source>Alternative</source>
        <translation>出路</translation>
    </message>
    <message>
        <source>Courtesy</source>
        <translation>礼貌</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>招呼</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Offer a way on: something else, or a choice between two.</source>
        <translation>给一条出路：换一样，或者二选一。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say what happens next, who does it and when.</source>
        <translation>说清接下来做什么、谁来做、什么时候。</translation>
    </message>
    <message>
        <source>Say why: with a reason, even a no is easier to take.</source>
        <translation>说说为什么：有了原因，拒绝也容易接受。</translation>
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
        <source>Remove “doubtful” and “unsure_patterns”: a blank must never get through.</source>
        <translation>请去掉“doubtful”和“unsure_patterns”：没填好的占位符绝不能放过。</translation>
    </message>
    <message>
        <source>“words” must hold named lists.</source>
        <translation>“words”必须是有名称的列表。</translation>
    </message>
    <message>
        <source>“{name}” is already defined; this second one is not used.</source>
        <translation>“{name}”已经定义过；第二个没有使用。</translation>
    </message>
</context>
<context>
    <name>SelfTest</name>
    <message>
        <source>A test is running already.</source>
        <translation>已有一次测试在进行。</translation>
    </message>
    <message>
        <source>Another text than the sample arrived. Please copy a report and send it.</source>
        <translation>到达的内容与示例不同。请复制报告并反馈。</translation>
    </message>
    <message>
        <source>No program may know here which window is in front: replies are left on the clipboard.</source>
        <translation>这里不允许程序知道哪个窗口在前面：回复会留在剪贴板上。</translation>
    </message>
    <message>
        <source>Pasting works: the sample arrived in {took} ms, and the clipboard is as it was.</source>
        <translation>粘贴正常：示例在 {took} 毫秒内到达，剪贴板恢复原样。</translation>
    </message>
    <message>
        <source>The test window did not come to the front; nothing was pasted. Try again without touching anything.</source>
        <translation>测试窗口没有来到前面，什么都没有粘贴。请再试一次，期间不要操作。</translation>
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
        <source>Characters that you type in a minute; the statistics reckon the time saved by it.</source>
        <translation>每分钟能打的字数；统计按它计算节省的时间。</translation>
    </message>
    <message>
        <source>Here a program may press no keys by itself: without this you press Ctrl+V. The desktop asks you once; switch this off, and the permission is given back.</source>
        <translation>在这个桌面上，程序不能自己按键：不打开时由您按 Ctrl+V。打开后桌面会询问您一次；关闭即收回许可。</translation>
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
        <source>Let the desktop press the paste key</source>
        <translation>让桌面代按粘贴键</translation>
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
        <source>Packs of replies that are not offered.</source>
        <translation>不使用的话术包。</translation>
    </message>
    <message>
        <source>Packs that are off</source>
        <translation>停用的话术包</translation>
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
        <source>Typing speed</source>
        <translation>打字速度</translation>
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
    <name>SettingsTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Checker</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>诊断</translation>
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
        <source>Only the replies of ticked packs are offered.</source>
        <translation>只使用勾选的话术包。</translation>
    </message>
    <message>
        <source>Only ticked families are checked.</source>
        <translation>只检查打勾的类别。</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>话术包</translation>
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
        <source>Start at login</source>
        <translation>登录后自动启动</translation>
    </message>
    <message>
        <source>The tray icon is there as soon as you have logged in.</source>
        <translation>登录电脑后，托盘图标就在那里了。</translation>
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
        <translation>您标记为“没问题”的说法，对应的规则不再提示。</translation>
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
    <name>SideWindows</name>
    <message>
        <source>service desks</source>
        <translation>客服工作台</translation>
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
        <source>A day such as 2026-11-22; empty for always</source>
        <translation>如 2026-11-22；留空表示一直有效</translation>
    </message>
    <message>
        <source>A text this long is not checked while you write.</source>
        <translation>文字太长，输入时不做检查。</translation>
    </message>
    <message>
        <source>And {count} more are underlined.</source>
        <translation>还有 {count} 处画了线。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>正式说法</translation>
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
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>One question a line</source>
        <translation>每行一个问题</translation>
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
        <source>Parted by commas</source>
        <translation>用逗号隔开</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
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
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技巧</translation>
    </message>
    <message>
        <source>The same with 亲 and a smile</source>
        <translation>同样的意思，用“亲”和表情来说</translation>
    </message>
    <message>
        <source>The same with 您 and without emoticons</source>
        <translation>同样的意思，用“您”来说，不带表情</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To find it by</source>
        <translation>怎样找到它</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>供同事学习</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>失效日期</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>亲切说法</translation>
    </message>
    <message>
        <source>What customers ask</source>
        <translation>客户会这样问</translation>
    </message>
    <message>
        <source>What the customer reads</source>
        <translation>客户看到的内容</translation>
    </message>
    <message>
        <source>When it holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>When to avoid</source>
        <translation>不适用场合</translation>
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
        <source>The bin is empty. Deleted replies stay here until they are restored.</source>
        <translation>回收站是空的。删除的话术会留在这里，直到您恢复。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>You have not written a reply yet. “New” begins one.</source>
        <translation>您还没有写过话术。点“新建”开始写。</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Another copy of the program starts at login. Switch this on to have this one start in its place.</source>
        <translation>现在登录后启动的是本程序的另一份。打开后改为启动这一份。</translation>
    </message>
    <message>
        <source>It was switched off in the settings of the system. Switch this on to have it start again.</source>
        <translation>它在系统设置里被关掉了。打开后会重新随登录启动。</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Counted since {day}, on this computer alone; texts are not kept.</source>
        <translation>自 {day} 起统计，只存在这台电脑上，不保存任何文字内容。</translation>
    </message>
    <message>
        <source>Forgotten. Counting begins anew.</source>
        <translation>已清除，从现在起重新统计。</translation>
    </message>
    <message>
        <source>MMM yy</source>
        <translation>yy年M月</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我的话术</translation>
    </message>
    <message>
        <source>No longer in the library</source>
        <translation>已不在话术库中</translation>
    </message>
    <message>
        <source>Nothing is counted yet. From now on uses and findings are counted on this computer alone; texts are not kept.</source>
        <translation>还没有统计数据。从现在起，使用次数和检查结果只在这台电脑上计数，不保存任何文字内容。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} 分 {seconds} 秒</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>StatisticsWindow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>Every reply was used in this time.</source>
        <translation>这段时间里每条话术都用到了。</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>规则类别</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Forget all statistics?</source>
        <translation>要清除全部统计吗？</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>全部清除…</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>No reply is past its last day.</source>
        <translation>没有过期的话术。</translation>
    </message>
    <message>
        <source>No reply was used in this time.</source>
        <translation>这段时间里没有用过话术。</translation>
    </message>
    <message>
        <source>No reply was used in this time. Each one that you paste counts.</source>
        <translation>这段时间里没有用过话术。每粘贴一条就记一次。</translation>
    </message>
    <message>
        <source>Outdated</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上一时段</translation>
    </message>
    <message>
        <source>Point at a bar, or press ← and →, to read its number.</source>
        <translation>指向柱形，或按 ← →，查看数值。</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>The checker found nothing in this time.</source>
        <translation>这段时间里检查没有发现问题。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Uses over time</source>
        <translation>使用次数走势</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>When and how often you used each reply, and how many findings there were, is removed from this computer for good, also from its backups. Searches no longer put first what you use most.</source>
        <translation>每条话术何时用过、用了多少次，以及检查结果的次数，都会从这台电脑上彻底删除，备份也一并删除。搜索时不再把常用的排在前面。</translation>
    </message>
    <message>
        <source>Your replies, favourites, what suggestions have learnt, the reasons for overruled findings, and tables that you exported stay.</source>
        <translation>话术、收藏、推荐学到的内容、放行时填写的理由，以及已导出的表格都会保留。</translation>
    </message>
    <message>
        <source>findings of the checker</source>
        <translation>检查发现的问题数</translation>
    </message>
    <message>
        <source>replies used, of {count}</source>
        <translation>条话术用过，共 {count} 条</translation>
    </message>
    <message>
        <source>saved, at {rate} typed characters a minute</source>
        <translation>省下的打字时间（{rate} 字/分）</translation>
    </message>
    <message>
        <source>times a reply was used</source>
        <translation>次使用话术</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>A folder was in the place of “{file}”. It is kept as “{place}”.</source>
        <translation>“{file}”的位置上是一个文件夹，已改名为“{place}”保留。</translation>
    </message>
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
        <source>Make room or free the folder, then add it again.</source>
        <translation>请腾出空间或开放该文件夹，再添加一次。</translation>
    </message>
    <message>
        <source>Only the last one can be, once.</source>
        <translation>只能收回最近一次，而且只能一次。</translation>
    </message>
    <message>
        <source>Open it again and look at it first.</source>
        <translation>请重新打开，先看一看再操作。</translation>
    </message>
    <message>
        <source>Take single replies back in the library, where their history is.</source>
        <translation>可以在话术库的修改记录里逐条恢复。</translation>
    </message>
    <message>
        <source>The data folder “{folder}” cannot be used: {reason}. Nothing was changed.</source>
        <translation>数据文件夹“{folder}”无法使用：{reason}。没有任何改动。</translation>
    </message>
    <message>
        <source>The last import is taken back already, or was changed since.</source>
        <translation>最近一次导入已经收回，或者之后又改过。</translation>
    </message>
    <message>
        <source>The picture was not kept: {reason}.</source>
        <translation>图片没能保存：{reason}。</translation>
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
        <source>There is no import to take back.</source>
        <translation>没有可以收回的导入。</translation>
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
        <source>What stood there before the import cannot be read by this version.</source>
        <translation>导入之前的内容，这个版本读不出来。</translation>
    </message>
    <message>
        <source>{count} entries of “{file}” are of another version of this program. They stay in it.</source>
        <translation>“{file}”中有 {count} 条属于本程序的其他版本，会原样保留。</translation>
    </message>
    <message>
        <source>{count} of your own replies cannot be read by this version. They stay in “{file}”.</source>
        <translation>您的话术中有 {count} 条是这个版本读不了的，仍保留在“{file}”里。</translation>
    </message>
    <message>
        <source>{message} Until then you see the backup of {day}, and changes are not saved.</source>
        <translation>{message}在此之前显示的是 {day} 的备份，改动不会保存。</translation>
    </message>
    <message>
        <source>{message} {hint}</source>
        <translation>{message}{hint}</translation>
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
        <source>“{file}” is damaged or of another version. Nothing was changed.</source>
        <translation>“{file}”已损坏或属于其他版本，没有任何改动。</translation>
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
    <message>
        <source>“{title}” was changed meanwhile. That change is kept, and nothing else was changed.</source>
        <translation>“{title}”在此期间已被修改。那次修改已保留，其他内容没有改动。</translation>
    </message>
</context>
<context>
    <name>SubscribeBox</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>It lies at</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>It takes the place of the key of {name} on this computer: copy that first if it is still needed.</source>
        <translation>它会取代这台电脑上 {name} 的密钥：如果还用得到，请先复制那个密钥。</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at it first: here you will see whose channel it is and who publishes.</source>
        <translation>请先查看：这里会显示是谁的频道、由谁发布。</translation>
    </message>
    <message>
        <source>Looking at the invite …</source>
        <translation>正在查看邀请码…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open an invite or a key file</source>
        <translation>打开邀请码或密钥文件</translation>
    </message>
    <message>
        <source>Paste the invite here</source>
        <translation>把邀请码粘贴到这里</translation>
    </message>
    <message>
        <source>Proven: this is the channel that the invite means.</source>
        <translation>已核实：正是邀请码所指的频道。</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Subscribe to a channel</source>
        <translation>订阅频道</translation>
    </message>
    <message>
        <source>This file is the key of {name} for the team “{team}”: with it this computer can publish. Take it only if you are {name}.</source>
        <translation>这个文件是 {name} 在“{team}”组的密钥：有了它，这台电脑就能发布。只有您是 {name} 本人才可以接收。</translation>
    </message>
    <message>
        <source>This file is the owner&apos;s key: it decides who may publish. It is copied to this computer; better keep it on a USB stick in a drawer.</source>
        <translation>这个文件是主人密钥：它决定谁可以发布。它会复制到这台电脑上；最好还是存在 U 盘里锁进抽屉。</translation>
    </message>
    <message>
        <source>To compare with your lead, if in doubt</source>
        <translation>指纹（有疑问时与组长核对）</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>里面有</translation>
    </message>
    <message>
        <source>What the invite leads to</source>
        <translation>邀请码指向的内容</translation>
    </message>
    <message>
        <source>Who publishes there</source>
        <translation>谁在那里发布</translation>
    </message>
    <message>
        <source>Whoever holds the channel&apos;s keys decides which team replies you see. Your own replies and changes stay yours, and nothing is sent unless you do so.</source>
        <translation>持有频道密钥的人决定您看到哪些团队话术。您自己的话术和改动仍归您；除非您主动发送，什么都不会发出去。</translation>
    </message>
    <message>
        <source>Your team lead sends you an invite: one line, or a file. A lead gets a key file instead.</source>
        <translation>组长会发给您邀请码：一行字或一个文件。组长本人收到的是密钥文件。</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>还没有内容</translation>
    </message>
</context>
<context>
    <name>SuggestionsPage</name>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Ask for answers</source>
        <translation>查看答复</translation>
    </message>
    <message>
        <source>Asking for answers …</source>
        <translation>正在查看答复…</translation>
    </message>
    <message>
        <source>It waits on this computer: the channel takes nothing from here. It is tried again by itself; or save it as a file and send that to your lead.</source>
        <translation>它留在这台电脑上等待：频道不接收这里的内容。程序会自动再试；也可以存成文件发给组长。</translation>
    </message>
    <message>
        <source>My suggestions</source>
        <translation>我的建议</translation>
    </message>
    <message>
        <source>New answers: {count}.</source>
        <translation>新的答复：{count} 条。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>存成文件…</translation>
    </message>
    <message>
        <source>Save the suggestion</source>
        <translation>保存建议</translation>
    </message>
    <message>
        <source>Saved as “{file}”. Send it to your lead in any way you like.</source>
        <translation>已存为“{file}”。用任何方式发给组长都行。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Send what waits</source>
        <translation>发送等待中的</translation>
    </message>
    <message>
        <source>Sending what waits …</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Sent.</source>
        <translation>已发送。</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>The suggestion in full</source>
        <translation>建议的全文</translation>
    </message>
    <message>
        <source>What you suggested to this channel&apos;s leads, and what they said.</source>
        <translation>您向这个频道的组长提过的建议，和他们的答复。</translation>
    </message>
    <message>
        <source>You have not suggested anything yet. That is done under “Suggest”.</source>
        <translation>您还没有提过建议。请到“提建议”里提。</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>没有发出</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>等待答复</translation>
    </message>
    <message>
        <source>{lead} declined it: {because}</source>
        <translation>{lead} 没有采纳：{because}</translation>
    </message>
    <message>
        <source>{lead} took it.</source>
        <translation>{lead} 已采纳。</translation>
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
        <source>The filled text is too long.</source>
        <translation>填好后的文字太长。</translation>
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
    <name>TestWindow</name>
    <message>
        <source>A sample is pasted here; nothing is sent.</source>
        <translation>这里会粘贴一段示例；不会发送任何内容。</translation>
    </message>
    <message>
        <source>Input box of the test</source>
        <translation>试粘贴的输入框</translation>
    </message>
    <message>
        <source>Test paste</source>
        <translation>试粘贴</translation>
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
    <name>Tour</name>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>One-minute tour</source>
        <translation>一分钟上手</translation>
    </message>
    <message>
        <source>Page {number} of {last}</source>
        <translation>第 {number} 步，共 {last} 步</translation>
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
        <source>Doctor…</source>
        <translation>诊断…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Learn and practise…</source>
        <translation>学习与练习…</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>话术库…</translation>
    </message>
    <message>
        <source>One-minute tour…</source>
        <translation>一分钟上手…</translation>
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
    <message>
        <source>Statistics…</source>
        <translation>统计…</translation>
    </message>
    <message>
        <source>Team packs…</source>
        <translation>团队话术…</translation>
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
<context>
    <name>UsagePage</name>
    <message>
        <source>Agents</source>
        <translation>客服人数</translation>
    </message>
    <message>
        <source>How often the replies were used, week by week, by those agents who agreed to send counts. There are no names and no texts in it.</source>
        <translation>同意发送次数的客服每周用了几次话术。里面没有姓名，也没有文字内容。</translation>
    </message>
    <message>
        <source>Last {count} weeks</source>
        <translation>最近 {count} 周</translation>
    </message>
    <message>
        <source>No agent has sent counts for this time.</source>
        <translation>这段时间没有客服发送次数。</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Save as a table (CSV)…</source>
        <translation>存成表格（CSV）…</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>保存数字</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>已存为“{file}”。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Times used</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>{count} files in the inbox are no counts and were left out.</source>
        <translation>收件处有 {count} 个文件不是使用次数，没有计入。</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Bring this version back…</source>
        <translation>恢复这个版本…</translation>
    </message>
    <message>
        <source>Brings version {version} back.</source>
        <translation>恢复了版本 {version}。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>Every version that was published, who published it, and what it changed. An old one can be brought back: it is published again as the newest.</source>
        <translation>发布过的每一版：谁发布的、改了什么。旧版可以恢复：作为最新版重新发布。</translation>
    </message>
    <message>
        <source>Its content is no longer kept; only this line is.</source>
        <translation>内容已不再保留，只留下这一行记录。</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>组长</translation>
    </message>
    <message>
        <source>Looking at the differences …</source>
        <translation>正在查看差别…</translation>
    </message>
    <message>
        <source>Nothing has been published yet. That is done under “Publish”.</source>
        <translation>还没有发布过。请到“发布”里发布。</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>话术包</translation>
    </message>
    <message>
        <source>Published although a rule forbids wordings, because: {why}</source>
        <translation>有规则禁止的用语，仍然发布，理由：{why}</translation>
    </message>
    <message>
        <source>Published: {changes}</source>
        <translation>已发布：{changes}</translation>
    </message>
    <message>
        <source>Reading the pack …</source>
        <translation>正在读取话术包…</translation>
    </message>
    <message>
        <source>Save it as a folder…</source>
        <translation>另存为文件夹…</translation>
    </message>
    <message>
        <source>Save this version as a folder</source>
        <translation>把这个版本另存为文件夹</translation>
    </message>
    <message>
        <source>Saved in “{folder}”.</source>
        <translation>已存到“{folder}”。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>历史版本</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Withdrawing …</source>
        <translation>正在撤下…</translation>
    </message>
    <message>
        <source>Withdrawn: {name}. Each computer loses it with its next look for news.</source>
        <translation>已撤下：{name}。每台电脑下次检查更新时就会去掉它。</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤下…</translation>
    </message>
</context>
<context>
    <name>Wayland</name>
    <message>
        <source>Replies are left on the clipboard, for you to paste: this desktop lets no program press keys.</source>
        <translation>话术会留在剪贴板里，请自行粘贴：这个桌面不允许程序按键。</translation>
    </message>
    <message>
        <source>Start the program from within sway.</source>
        <translation>请在 sway 中启动本程序。</translation>
    </message>
    <message>
        <source>The clipboard cannot be reached; it is as it was.</source>
        <translation>无法访问剪贴板，其内容保持不变。</translation>
    </message>
    <message>
        <source>Try once more, or copy the reply in the palette.</source>
        <translation>请再试一次，或在查找窗口里复制话术。</translation>
    </message>
    <message>
        <source>sway does not tell of its windows.</source>
        <translation>sway 没有告知它的窗口。</translation>
    </message>
</context>
<context>
    <name>WhichPacks</name>
    <message>
        <source>Packs that are not ticked stay out of the way; the settings bring them back.</source>
        <translation>不勾选的话术包不会出现；在设置里随时可以找回来。</translation>
    </message>
    <message>
        <source>Which replies do you need?</source>
        <translation>您需要哪些话术？</translation>
    </message>
    <message>
        <source>{title} ({count} replies)</source>
        <translation>{title}（{count} 条）</translation>
    </message>
</context>
<context>
    <name>WithdrawBox</name>
    <message>
        <source>Find a reply</source>
        <translation>查找话术</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>话术</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The whole pack “{pack}”</source>
        <translation>整个话术包“{pack}”</translation>
    </message>
    <message>
        <source>What you withdraw vanishes from every computer with its next look for news, also from older versions. Who has changed it for themselves keeps their own wording.</source>
        <translation>撤下的话术会在每台电脑下次检查更新时消失，旧版本里也一样。自己改过它的人，仍保留自己的说法。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤下</translation>
    </message>
    <message>
        <source>Withdraw from everyone</source>
        <translation>从所有人那里撤下</translation>
    </message>
</context>
<context>
    <name>YourKeys</name>
    <message>
        <source>These work in every program. Change any that another program needs.</source>
        <translation>在所有程序里都能用。和别的程序冲突的，可以改。</translation>
    </message>
    <message>
        <source>Your hotkeys</source>
        <translation>您的快捷键</translation>
    </message>
</context>
<context>
    <name>_CardsView</name>
    <message>
        <source>Replies</source>
        <translation>话术</translation>
    </message>
</context>
</TS>
