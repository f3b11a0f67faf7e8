window.YTD.deleted_tweets.part0 = [
 {
  "tweet": {
   "id": "15",
   "id_str": "15",
   "created_at": "Sat Aug 30 11:00:00 +0000 2025",
   "full_text": "sudah dihapus",
   "entities": {
    "user_mentions": []
   }
  }
 }
]