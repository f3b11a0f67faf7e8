window.YTD.ip_audit.part0 = [
 {
  "ipAudit": {
   "accountId": "1001",
   "createdAt": "2025-08-30T12:00:00.000Z",
   "loginIp": "192.0.2.1"
  }
 }
]