import type { LinkingWords } from "./linking.ts"

export const ENGLISH_LINKING: LinkingWords = {
  codes: {
    link: ["Link", "opens exactly this view"],
    frame: ["Frame", "for any page that takes HTML; a fixed height"],
    script: ["Script", "a frame that keeps its own height; without scripts it stays a link"],
    element: ["Element", "<event-timeline>, a part of your own page"],
    react: ["React", "the component, from the package"],
    amp: ["AMP", "for AMP pages, which take it from https alone; the first line belongs into the head"],
    oembed: [
      "oEmbed",
      "what other sites ask for: save it as oembed.json, and lead to it in your page's head by",
    ],
  },
  showAll: "Show the whole timeline",
  codeKind: "What to make",
  code: "Code",
  copy: "Copy",
  send: "Send…",
  preview: "So it will look",
  height: "Height in pixels",
  heightFits: "As high as its content",
  languageAuto: "As the reader's device",
  controls: "Show",
  parts: { title: "Title and count", tools: "Views and zoom", overview: "Overview", foot: "Source line" },
  carry: size => `Carry the events inside the link (${size}); nothing need be hosted then`,
  carried: size => `The events travel inside the link (${size}), since they are on this device only.`,
  kilobytes: n => `${n} KB`,
  tooLong:
    "These events are on this device only and too many for a link. Save them as a file, put it on a web server, and open it here by its address; or save the view as one HTML file.",
  packing: "Packing the events…",
  copied: "Copied",
  onlySelected: "The browser does not let this page copy: the text is selected, copy it by hand.",
}
