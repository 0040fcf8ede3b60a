## 检查场景文件时说的话:发生了什么、在哪里、怎么办

diag-error = 错误
diag-warning = 提醒
diag-help = 建议

diag-help-nearest = 是不是想写“{ $nearest }”？可以用的有：{ $known }
diag-help-known = 可以用的有：{ $known }
diag-help-none-known = 目前一个这样的文件都没有。先建一个，再写它的 id。

diag-kind-persona = 人物
diag-kind-product = 商品
diag-kind-script = 流程
diag-kind-phrases = 快捷语
diag-kind-scenario = 场景
diag-kind-runs = 标准场次

# 文件本身
diag-too-large = 文件有 { $size } MB，超过了 { $most } MB 的上限，没有读它
diag-too-large-help = 场景文件是手写的文字，一般几十 KB。看看是不是放错了文件，或者把它拆成几个。
diag-wrong-encoding = 文件不是 UTF-8 编码，看起来是 { $encoding }
diag-wrong-encoding-help = 用编辑器打开它，选“另存为”，编码选 UTF-8，再保存一次就好。
diag-cut-off-char = 文件在半个汉字处断了，后面的内容没写完整
diag-cut-off-char-help = 多半是保存或复制时中断了。从备份或原处重新拷贝一份。
diag-not-text = 这里的字节 { $byte } 不是文字，文件可能已损坏，或者根本不是文本
diag-not-text-help = 确认放的是 .ron 文本文件，并以 UTF-8 编码保存。
diag-unreadable = 打不开这个文件：{ $why }
diag-unreadable-help = 检查文件的权限，或者换个位置再试。
diag-empty-file = 文件是空的，里面没有内容
diag-empty-file-help = 写上内容；照着一个现成的文件改最快。不需要它就删掉。
diag-replaces = { $kind }“{ $id }”已经有了（{ $earlier }），以这个文件为准
diag-replaces-help = 如果不是有意替换，就给这个文件换个名字和 id。
diag-id-not-stem = id 写的是“{ $id }”，文件名却是“{ $stem }.ron”，两者要一样
diag-id-not-stem-help = 把 id 改成“{ $stem }”，或者把文件改名为“{ $id }.ron”。
diag-newer-schema = 这个文件的格式是第 { $found } 版，比这个程序认识的第 { $known } 版新
diag-newer-schema-help = 它是用更新的版本做的。升级程序，就能打开它。
diag-wrong-schema = 没有第 { $found } 版的格式，现在的版本是 { $known }
diag-wrong-schema-help = 写成 schema: { $known }。

# 写法
diag-cut-off = 文件到这里就断了：第 { $line } 行第 { $column } 列的“{ $open }”还没有结束
diag-cut-off-help = 补上缺的那一半。如果后面的内容不见了，从备份里找回来。
diag-expected-comma = 这里少一个逗号，或者少一个“{ $close }”
diag-expected-comma-help = 每一项后面都写英文逗号；括号要成对。
diag-expected-colon = 字段名后面要有英文冒号
diag-expected-colon-help = 写成“名字: 值”，例如 level: 2。
diag-expected-value = 这里应该有一个值
diag-expected-value-help = 文字写在英文双引号里，数字直接写，列表写在 [ ] 里。
diag-wrong-bracket = 括号不配对：这里应该是“{ $expected }”，写的却是“{ $found }”
diag-wrong-bracket-help = ( ) [ ] 要成对，后开的先关。
diag-full-width = 这里是中文标点“{ $found }”，要用英文的“{ $wanted }”
diag-full-width-help = 引号里面可以用中文标点，引号外面的标点都要用英文的。
diag-trailing = 内容到前面已经结束了，后面还有多余的东西
diag-trailing-help = 一个文件只写一对最外层的括号。看看是不是提前关了括号，或者粘贴了两遍。
diag-attribute = 场景文件里不用写 #![enable(..)]
diag-attribute-help = 删掉这一行，其余照旧。
diag-too-deep = 括号套得太深了，不像是手写的场景
diag-too-deep-help = 正常的文件最多套十几层。看看是不是重复粘贴了什么。
diag-syntax = 这里的写法读不懂：{ $why }
diag-syntax-help = 对照一个现成的文件，看看这里多了或少了什么。

# 字段与类型
diag-duplicate-key = “{ $key }”写了两遍（第一遍在第 { $line } 行）
diag-duplicate-key-help = 只留一个；要合并就把内容写到一起。
diag-unknown-field = 没有“{ $field }”这个字段
diag-unknown-variant = 没有“{ $name }”这个选项
diag-missing-field = 少了必填的字段“{ $field }”
diag-missing-field-help = 在这一对括号里补上“{ $field }: …”。每个字段的意思见 docs/SCENARIOS.md。
diag-wrong-type = 这里应该写{ $expected }，写的却是 { $found }
diag-wrong-type-help = 改成{ $expected }。
diag-number-range = { $found } 放不进这个字段：太大，或者是不该有的负数
diag-number-range-help = 换一个合适的整数。
diag-wrong-length = 这里的个数不对：{ $found }
diag-wrong-length-help = 一组几个数是固定的，例如 beliefs: (400, 300, 300, 500) 正好四个。
diag-expected-integer = 整数
diag-expected-number = 数字
diag-expected-boolean = true 或 false
diag-expected-string = 双引号里的文字
diag-expected-list = 方括号里的列表 [ … ]
diag-expected-map = 花括号里的对照表 { "{" } … { "}" }
diag-expected-struct = 圆括号里的一组字段 ( … )
diag-expected-name = 一个选项名

# 引用
diag-unknown-id = 没有叫“{ $id }”的{ $kind }
diag-self-reference = { $kind }写成了场景自己的 id“{ $id }”，场景不能引用自己
diag-self-reference-help = 这里要写一个{ $kind }文件的 id，也就是它的文件名（不带 .ron）。
diag-broken-reference = 用到的{ $kind }“{ $id }”有问题，所以这个场景暂时用不了
diag-broken-reference-help = 先改好 { $path }，这个场景就能用了。
diag-no-scenario = 这个文件里没有能用的场景
diag-no-scenario-help = 用 huashu check 看看它哪里不对。

# 规则
diag-bad-colour = “{ $colour }”不是颜色
diag-bad-colour-help = 颜色写成 #RRGGBB,例如 "#B24E37"。
diag-bad-date = “{ $date }”不是一个日子
diag-bad-date-help = 日期写成四位年-两位月-两位日，例如 "2026-06-18"，而且要真有这一天。
diag-band-order = { $full_name }（{ $full }）应该小于 { $none_name }（{ $none }）
diag-band-order-help = full 以内得满分，到 none 一分不得，中间按比例，所以 full 要小于 none。
diag-bare-product = 资料里没有{ $missing }，顾客问起来没法答
diag-bare-product-help = 在 facts 里补一条。
diag-bare-delivery = 发货或服务方式（Delivery / Service）
diag-bare-returns = 退换或保修（Returns / Warranty）
diag-circular-steps = 步骤“{ $step }”要等自己先完成，永远轮不到它
diag-circular-steps-help = After 只能等别的步骤，也不能兜个圈子等回自己。
diag-duplicate-id = id“{ $id }”用了两次
diag-duplicate-id-help = 同一个列表里每个 id 只能用一次，给其中一个换个名字。
diag-empty-lines = { $list } 是空的，到时候就没有话可用
diag-empty-lines-help = 至少写一句；不要留空白的句子。
diag-empty-text = { $field } 是空的
diag-empty-text-help = 写上内容，学员会看到它。
diag-few-truths = 只有 { $found } 个底细，至少要两个
diag-few-truths-help = 底细（truths）由种子抽取，只有一个就没有什么可探的。再写一个。
diag-floor-above-price = 底价 { $floor } 不对：要大于 0，且不能高于标价 { $price }
diag-floor-above-price-help = 底价是能让到的最低价。改低底价，或改高标价。
diag-out-of-range = { $value } 超出了范围，应在 { $least } 到 { $most } 之间
diag-out-of-range-help = 改成范围之内的数。
diag-promotion-dates = 活动从 { $from } 开始，却在 { $until } 结束
diag-promotion-dates-help = 开始日不能晚于结束日，看看是不是写反了。
diag-bad-run = 标准场次里的“{ $what }”不能用
diag-bad-run-help = 每场要有自己的名字和至少一句回复；结局写 deal、appointment、resolved、declined、deferred、lost、left、quit 之一；分数写 （最低，最高），在 0 到 100 之间。
diag-quick-code = 快捷语代码“{ $code }”不合适，或已经用过
diag-quick-code-help = 代码以英文斜杠开头、不含空格、不重复，例如 "/1"、"/发货"。
diag-repeated-line = 这句话写了两遍：“{ $line }”
diag-repeated-line-help = 顾客会原样重复一遍。换个说法更像真人。
diag-thin-voice = { $cue } 只有 { $found } 句话
diag-thin-voice-help = 每种情形至少写 { $enough } 句，聊久了才不会重样。
diag-unanswerable = 问题“{ $item }”没有答案，怎么回都不算答上
diag-unanswerable-help = 在 answer 里写上能答它的内容，例如 ["fact:delivery"]。
diag-uniform-agenda = 顾客要说的事全是同一类（{ $kind }）
diag-uniform-agenda-help = 有问、有疑、有岔开的话题，练起来才像真的。
diag-unknown-dimension = 没有“{ $name }”这个评分项
diag-unknown-label = 没有“{ $label }”这个标签
diag-unknown-slot = 没有“{ $slot }”这个填空
diag-unknown-pretext = 议程里没有叫“{ $pretext }”的异议,不能当借口
diag-unknown-step = 流程里没有“{ $step }”这一步
diag-unknown-subject = 商品“{ $product }”和这个场景里都没有“{ $subject }”
diag-unknown-technique = 没有“{ $name }”这种成交技巧
diag-unknown-topic = 没有“{ $topic }”这个话题
diag-unreachable = “{ $id }”需要 { $needed } 条理由，却只写了 { $found } 条，怎么说都过不去
diag-unreachable-help = 再补几条理由，或者把 needed 改小。
diag-unused-point = 要点“{ $id }”没有被任何地方用到
diag-unused-point-help = 在 answer、arguments、convince 或 Says 里写上 "point:{ $id }"，或者删掉它。
diag-weights-sum = 各项权重加起来是 { $sum }，应该正好是 100
diag-weights-sum-help = 调整几个数，让总和等于 100。
