window.YTD.account.part0 = [ {
  "account" : {
    "phoneNumber" : "+6281200000000",
    "email" : "ani@example.invalid",
    "createdVia" : "web",
    "username" : "ani",
    "accountId" : "12497",
    "createdAt" : "2006-11-15T13:18:50.000Z",
    "accountDisplayName" : "Ani"
  }
} ]