Grailbird.data.tweets_2015_03 = [
 {
  "id_str": "5",
  "id": 5,
  "text": "pesan lama",
  "created_at": "2015-03-01 12:00:00 +0000",
  "user": {
   "id_str": "1001",
   "screen_name": "ani",
   "name": "Ani"
  },
  "entities": {
   "user_mentions": []
  }
 }
]