window.YTD.direct_messages_group.part0 = [
 {
  "dmConversation": {
   "conversationId": "5005",
   "messages": [
    {
     "participantsLeave": {
      "userIds": [
       "1003"
      ],
      "createdAt": "2025-08-30T12:00:03.000Z"
     }
    },
    {
     "conversationNameUpdate": {
      "initiatingUserId": "1002",
      "name": "Kue Bogor",
      "createdAt": "2025-08-30T12:00:02.000Z"
     }
    },
    {
     "messageCreate": {
      "senderId": "1003",
      "id": "41",
      "text": "halo",
      "createdAt": "2025-08-30T12:00:01.000Z",
      "mediaUrls": [],
      "urls": [],
      "reactions": []
     }
    },
    {
     "joinConversation": {
      "initiatingUserId": "1002",
      "participantsSnapshot": [
       "1001",
       "1002",
       "1003"
      ],
      "createdAt": "2025-08-30T12:00:00.000Z"
     }
    }
   ]
  }
 }
]