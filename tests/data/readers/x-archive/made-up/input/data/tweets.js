window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "11",
   "id_str": "11",
   "created_at": "Sat Aug 30 11:00:00 +0000 2025",
   "full_text": "paket 40 file 50rb",
   "entities": {
    "user_mentions": []
   }
  }
 },
 {
  "tweet": {
   "id": "12",
   "id_str": "12",
   "created_at": "Sat Aug 30 11:00:00 +0000 2025",
   "full_text": "RT @budi: resep kue",
   "entities": {
    "user_mentions": [
     {
      "name": "Budi",
      "screen_name": "budi",
      "indices": [
       "3",
       "8"
      ],
      "id_str": "1002",
      "id": "1002"
     }
    ]
   }
  }
 },
 {
  "tweet": {
   "id": "13",
   "id_str": "13",
   "created_at": "Sat Aug 30 11:00:00 +0000 2025",
   "full_text": "@budi dua gambar https://t.co/a",
   "entities": {
    "user_mentions": [
     {
      "name": "Budi",
      "screen_name": "budi",
      "id_str": "1002"
     }
    ],
    "media": [
     {
      "media_url_https": "https://pbs.twimg.com/media/AAA.jpg"
     }
    ]
   },
   "in_reply_to_status_id_str": "9",
   "in_reply_to_user_id_str": "1002",
   "extended_entities": {
    "media": [
     {
      "media_url_https": "https://pbs.twimg.com/media/AAA.jpg",
      "type": "photo"
     },
     {
      "media_url_https": "https://pbs.twimg.com/thumb/BBB.jpg",
      "type": "video",
      "video_info": {
       "variants": [
        {
         "content_type": "application/x-mpegURL",
         "url": "https://video.twimg.com/BBB.m3u8"
        },
        {
         "bitrate": "256000",
         "content_type": "video/mp4",
         "url": "https://video.twimg.com/low.mp4?tag=1"
        },
        {
         "bitrate": "832000",
         "content_type": "video/mp4",
         "url": "https://video.twimg.com/high.mp4?tag=1"
        }
       ]
      }
     }
    ]
   }
  }
 },
 {
  "id": "14",
  "id_str": "14",
  "created_at": "Sat Aug 30 11:00:00 +0000 2025",
  "full_text": "tanpa bungkus",
  "entities": {
   "user_mentions": []
  },
  "edit_info": {
   "edit": {
    "initialTweetId": "10"
   }
  }
 }
]