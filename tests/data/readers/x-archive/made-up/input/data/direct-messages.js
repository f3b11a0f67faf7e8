window.YTD.direct_messages.part0 = [
 {
  "dmConversation": {
   "conversationId": "1001-1002",
   "messages": [
    {
     "messageCreate": {
      "recipientId": "1001",
      "reactions": [],
      "urls": [],
      "text": "berapa?",
      "mediaUrls": [],
      "senderId": "1002",
      "id": "32",
      "createdAt": "2025-08-30T12:00:00.123Z"
     }
    },
    {
     "messageCreate": {
      "recipientId": "1002",
      "reactions": [],
      "urls": [],
      "text": "ini daftarnya https://t.co/x",
      "mediaUrls": [
       "https://ton.twitter.com/dm/31/30/abc.jpg"
      ],
      "senderId": "1001",
      "id": "31",
      "createdAt": "2025-08-30T12:00:00.123Z"
     }
    }
   ]
  }
 }
]