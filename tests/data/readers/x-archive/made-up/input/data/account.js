window.YTD.account.part0 = [
 {
  "account": {
   "email": "ani@example.invalid",
   "username": "ani",
   "accountId": "1001",
   "createdAt": "2024-02-03T04:05:06.789Z",
   "accountDisplayName": "Ani",
   "phoneNumber": "+6281200000000"
  }
 }
]