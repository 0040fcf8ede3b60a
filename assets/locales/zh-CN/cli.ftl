cli-about = 话术道场：离线的销售话术陪练。不带子命令时打开游戏窗口。
cli-long =
    例子：
      huashu                                打开游戏
      huashu list                           看看有哪些场景
      huashu play tea_impatient             在终端里练一场
      huashu score 会话.json                给存下来的一场重新打分
      huashu check 我的场景/                检查自己写的场景
    每个命令都有详细说明：huashu <命令> --help
    数据写到标准输出，说明和错误写到标准错误；退出码 0 成功，1 内容有问题，2 用法不对。
    HUASHU_LANG=en 显示英文；HUASHU_DATA 指定存档位置。
cli-usage = 用法：
cli-commands = 命令
cli-arguments = 参数
cli-options = 选项
cli-everywhere = 通用选项
cli-help = 显示说明（-h 简短，--help 详细）
cli-version = 显示版本
cli-window = 一定要开窗口；开不了就说明原因，以 2 退出
cli-scenarios = 再加一个放场景的文件夹，可以写多次
cli-model = 用这个模型文件代替自带的模型
cli-write-failed = 写不出结果：{ $why }。请检查磁盘空间和权限后再试一次。
cli-problems = 有 { $errors } 处错误在场景文件里，相关的场景没有列入。用 huashu check { $path } 看详情。
cli-try-help = 用 { $command } --help 看看用法。
cli-misuse-unknown-argument = 没有“{ $arg }”这个选项。
cli-misuse-unknown-argument-near = 没有“{ $arg }”这个选项，是不是想写“{ $nearest }”？
cli-misuse-unknown-command = 没有“{ $arg }”这个命令。
cli-misuse-unknown-command-near = 没有“{ $arg }”这个命令，是不是想写“{ $nearest }”？
cli-misuse-missing = 还缺：{ $args }
cli-misuse-value = “{ $value }”不能用作 { $arg } 的值。
cli-misuse-value-known = “{ $value }”不能用作 { $arg } 的值。可以用的有：{ $known }
cli-misuse-no-value = { $arg } 后面要写一个值。
cli-misuse-conflict = { $arg } 和另一个选项不能一起用，或者写了两遍。
line-bad = 第 { $line } 行：{ $why }
line-encoding = 第 { $column } 个字起不是 UTF-8
line-empty = 空行
line-no-json = 第 { $column } 个字处不是合法的 JSON（{ $why }）
line-no-object = 不是 JSON 对象
line-missing = 缺少 { $key }
line-no-string = { $key } 应是字符串
line-no-time = { $key } 应是从开场算起的毫秒数
line-no-bool = { $key } 应是 true 或 false
line-inner-no-object = { $key } 应是 JSON 对象
line-bad-value = { $key } 不对（{ $why }）
line-unknown-channel = 没有“{ $channel }”这种渠道，channel 应是 im、phone 或 visit
line-too-long = 超过了 { $most } KB
