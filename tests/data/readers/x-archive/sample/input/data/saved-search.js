window.YTD.saved_search.part0 = [ {
  "savedSearch" : {
    "savedSearchId" : "42214",
    "query" : "ani"
  }
}, {
  "savedSearch" : {
    "savedSearchId" : "55814",
    "query" : "django"
  }
} ]