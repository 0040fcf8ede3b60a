cli-check-about = 检查场景、人物、商品、流程文件，一次说全所有问题
cli-check-paths = 要检查的文件或文件夹，可以写多个
cli-check-json = 输出 JSON,供其他程序读取
cli-check-long =
    每个问题都说清：哪个文件、第几行第几列、哪里不对、该怎么写、最接近的正确名字。
    有错误时退出码是 1；只有提醒时是 0；路径不存在是 2。
    检查单个文件时，它引用的内容先从它旁边找，再从自带的场景里找。

    例子：
      huashu check scenarios/               检查整个文件夹
      huashu check my/tea.ron               只检查一个场景
      huashu check my/ --json               给编辑器或脚本用
check-clean = 检查了 { $files } 个文件（{ $scenarios } 个场景），一切正常。
check-warned = 检查了 { $files } 个文件（{ $scenarios } 个场景）:没有错误，有 { $warnings } 条提醒，都能用。
check-found = 检查了 { $files } 个文件：{ $errors } 处错误，{ $warnings } 条提醒。{ $scenarios } 个场景可以用。
check-nothing = 这里没有 .ron 文件，没有什么可检查的。
