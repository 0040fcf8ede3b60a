app-name = 话术道场
