cli-play-about = 不开窗口练一场：在终端里对话，或用 JSON Lines 对接程序
cli-play-scenario = 场景的编号（见 huashu list），或场景文件的路径
cli-play-seed = 种子：同一场景、同一种子、同样的回复，过程一字不差；不给时，终端上随机，其他情况为 1
cli-play-trainee = 学员姓名，写进存档
cli-play-jsonl = 输入输出都用 JSON Lines,一行一个对象
cli-play-save = 每一步都把存档写到这个文件，可用 huashu score 再评分
cli-play-long =
    例子：
      huashu play tea_impatient
      huashu play tea_impatient --seed 7 --save 练习.jsonl
      huashu play tea_impatient --jsonl < 回复.jsonl

    JSON Lines 输入每行 {"{"}"text":"您好","at_ms":4200{"}"} 或 {"{"}"quit":true{"}"}；at_ms 是从开场算起的毫秒数。
    在终端上不写 at_ms 时按墙上的钟算；其他情况按正常的阅读和打字速度算。
play-bad-line = 第 { $line } 行读不懂，已跳过：{ $why }。{ $wanted }
brief-role = 身份
brief-persona = 客户
brief-goal = 目标
brief-product = 商品
brief-price = { $price } 元/{ $unit }，底价 { $floor } 元
brief-never-say = 不可说
brief-script = 流程
brief-how = 直接打字，回车发送。▮ 是客户的耐心，让人久等就会变短。Ctrl+D（Windows 上 Ctrl+Z 再回车）结束。
talk-auto-reply = 自动回复
talk-early-close = （提示：客户还没准备好，这时催单会掉耐心。）
talk-over = ━━ { $time } 结束：{ $outcome } ━━
transcript-empty = { $file } 是空文件，里面没有存档。请换一个文件。
transcript-no-header = { $file } 不是话术道场的存档，第一行读不出来：{ $why }。请选 huashu play --save 或游戏里保存的文件。
transcript-newer = { $file } 是更新的版本存的（格式 { $version }）。请升级话术道场再打开。
transcript-other-engine = { $file } 由另一版客户引擎（第 { $version } 版）存下，这一版重放会走样，所以不评分。请用当时的版本打开。
transcript-tampered = { $file } 里的场景被改过，和存档时对不上，不能作数。请用原始存档。
transcript-cut = { $file } 到第 { $line } 行就断了（{ $why }）;断点之前的内容已读出，按中途退出评分。
cli-test-about = 重放场景自带的标准场次，看结局和分数是否仍在范围内
cli-test-path = 场景文件夹（其中 runs/*.ron 是标准场次），或其中一个文件
cli-test-json = 输出一个 JSON 数组
cli-test-long =
    例子：
      huashu test scenarios
      huashu test scenarios/runs/tea_impatient.ron --json

    有一场不符就以 1 退出。
test-outcome = 结局应为 { $wanted }，实为 { $came }
test-score = 总分应在 { $least }–{ $most }，实为 { $came }
test-summary = 共 { $runs } 场，{ $missed } 场不符。
test-none = 没有找到标准场次：runs 文件夹里放 *.ron 文件，写法见 docs/SCENARIOS.md。
cli-score-about = 给存档重新评分
cli-score-transcript = huashu play --save 或游戏保存的存档文件
cli-score-json = 输出一个 JSON 对象
cli-score-relabel = 用现在的规则重新判定每句话的标签，并说明哪里不同
cli-score-long =
    例子：
      huashu score 练习.jsonl
      huashu score 练习.jsonl --json
      huashu score 练习.jsonl --relabel
score-relabelled = 第 { $turn } 句：{ $difference }
score-relabel-summary = 共 { $turns } 句，{ $differing } 句的判定与存档时不同。
talk-choose = 练哪一位？输入 1–{ $last }，回车开始。
play-no-scenarios = 一个场景也没有。用 huashu check 看看场景文件哪里有错。
play-wanted-jsonl = 每行应是 {"{"}"text":"…","at_ms":毫秒{"}"} 或 {"{"}"quit":true{"}"}。
play-wanted-text = 每行应是一句 UTF-8 编码的回复。
talk-you = 我
talk-again = 想用同一场再练：huashu play { $id } --seed { $seed }
talk-mood-glad = 高兴
talk-mood-fine = 不错
talk-mood-calm = 平静
talk-mood-uneasy = 不快
talk-mood-angry = 生气
transcript-cut-header = { $file } 在第一行就断了，场景不全，没法评分。请找完整的存档。
talk-line = { $name }：{ $text }
cli-simulate-about = 让自带的模拟学员把一个场景练许多遍，看分数和结局怎样分布
cli-simulate-scenario = 场景编号、文件；写 all 就把库里的场景全跑一遍
cli-simulate-trainees = 只跑这几种学员，逗号分开；不写就全跑
cli-simulate-runs = 每种学员练几场
cli-simulate-seed = 第一场的种子，往后一场加一
cli-simulate-json = 每个场景输出一行 JSON
cli-simulate-show = 不算统计，把每一场的对话逐句打印出来
cli-simulate-long =
    学员：expert 高手、average 一般、novice 新手、rude 粗鲁、spammer 刷屏、silent 不说话、keyword-stuffer 堆术语、copycat 学舌。
    每行依次是：平均分、第一到第九个十分位、达成目标的比例、平均回复数、各种结局。

    例子：
      huashu simulate tea_impatient
      huashu simulate all --runs 200 --trainees expert,average --json
simulate-title = ── { $id }（{ $level } 级）
simulate-speed = 每秒 { $speed } 场
simulate-unknown = 没有叫“{ $kind }”的模拟学员。可用的有：{ $known }。
simulate-level = ══ { $level } 级合计
