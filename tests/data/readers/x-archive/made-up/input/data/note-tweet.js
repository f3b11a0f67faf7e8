window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "21",
   "createdAt": "2025-08-30T11:00:00.000Z",
   "core": {
    "text": "pesan panjang pesan panjang pesan panjang pesan panjang pesan panjang "
   }
  }
 }
]