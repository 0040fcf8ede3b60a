app-name = Huashu
