storyjs_jsonp_data = {"timeline": {"headline": "The old form", "type": "default", "text": "<p>Intro</p>",
  "date": [
    {"startDate": "1963,8,9", "endDate": "1963,8,10", "headline": "Two days", "text": "of August", "tag": "Birth", "asset": {"media": "http://youtu.be/x", "credit": "C", "caption": "Cap"}},
    {"startDate": "1964", "headline": "A year"},
    {"startDate": "8/23/2011", "headline": "Month first"},
    {"startDate": "-500", "headline": "500 BCE"}
  ],
  "era": [{"startDate": "1960", "endDate": "1970", "headline": "Sixties"}]
}}
