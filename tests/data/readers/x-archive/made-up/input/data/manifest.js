window.__THAR_CONFIG = {
 "userInfo": {
  "accountId": "1001",
  "userName": "ani",
  "displayName": "Ani"
 },
 "dataTypes": {
  "tweets": {
   "files": [
    {
     "fileName": "data/tweets.js",
     "globalName": "YTD.tweets.part0",
     "count": "5"
    },
    {
     "fileName": "data/tweets-part1.js",
     "globalName": "YTD.tweets.part1",
     "count": "300"
    }
   ]
  },
  "account": {
   "files": [
    {
     "fileName": "data/account.js",
     "count": "1"
    }
   ]
  },
  "noteTweet": {
   "files": [
    {
     "fileName": "data/note-tweet.js",
     "count": "1"
    }
   ]
  }
 }
}