import { expect, it, test } from "vitest"
import { load } from "../../src/load/load.ts"
import { LoadFailure } from "../../src/load/failure.ts"
import { EXPECTED, type FaultCode } from "../../src/model/faults.ts"
import type { Problem } from "../../src/model/problem.ts"
import { ENGLISH_SEEN, type SeenWord } from "../../src/model/seen.ts"
import { ENGLISH_SEEN_IN_COLUMNS } from "../../src/model/seenInColumns.ts"
import { ENGLISH_SEEN_OF_FILES } from "../../src/model/seenOfFiles.ts"
import { ENGLISH_WANTED, type WantedWord } from "../../src/model/wanted.ts"
import { problemWords } from "../../src/ui/useProblemWords.ts"
import { arabicFaults } from "../../src/words/faults-ar.ts"
import { loadFaultWords } from "../../src/words/faults.ts"

async function problemsOf(...files: File[]): Promise<readonly Problem[]> {
  const outcome = await load({ files }).catch((failure: unknown) => failure)
  return (outcome as Awaited<ReturnType<typeof load>> | LoadFailure).problems
}

/** What was wrong with a file, as an Arabic and an English reader are told what was expected. */
async function told(text: string, name: string) {
  const [arabic, english] = [problemWords(await loadFaultWords("ar-SY")), problemWords(null)]
  const problems = await problemsOf(new File([text], name))
  return problems.map(problem => [arabic.expected(problem), english.expected(problem)])
}

it.each([
  ["title,date\na,2016-13\n", "x.csv", "شهر من 01 إلى 12 أو فصل من 21 إلى 41، والموجود «13»", "“13”"],
  ["title,date\na,2016-\n", "x.csv", "41، وقد انتهى النص هناك", "41 where the text ends"],
  ["title,date\na,soon\n", "x.csv", "أو 5 أكتوبر 2016", "5 October 2016"],
  ["title,date\na,31/02/2016\n", "x.csv", "تاريخ موجود في التقويم", "a date that the calendar has"],
  ['[{"title":"a","when":"soon"}]', "x.json", "2016-10-15/2016-11-23 (EDTF", "2016-10-15/2016-11-23 (EDTF"],
  [
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n",
    "x.ics",
    "تاريخ مثل 20161005",
    "a date as 20161005",
  ],
  ["title,date\na,3/4/2016\n", "x.csv", "وقد عُدّ الرقم الأول يومًا", "the first number was taken for the day"],
  [
    '[{"title":"a","when":"2016"},{"title" 7}]',
    "x.json",
    "نقطتان :؛ وما بعد هذا الموضع متروك",
    "a colon; what",
  ],
  ['[{"title":"a","when":"2016","status":"odd"}]', "x.json", "occurred أو ongoing", "occurred, ongoing"],
  ["a,b\n1,2\n", "x.csv", "صف أول فيه أسماء الأعمدة", "a first row with names"],
])("of %j in %s is said what was expected, in Arabic and in English", async (text, name, arabic, english) => {
  expect(await told(text, name)).toEqual([
    [expect.stringContaining(arabic), expect.stringContaining(english)],
  ])
})

it.each([
  [["{"], "x.json", "نهاية الملف", "the end of the file"],
  [["PAR1"], "x.parquet", "ملف بلا آخره", "a file without its end"],
  [['[{"when":"2016","title":"a","actors":[{"role":"x"}]}]'], "x.json", "لا شيء", "nothing"],
  [
    ["title,date\na,2016\n", "PK\u0003\u0004"],
    "x.csv",
    "ملف مضغوط تالف أو مقفل",
    "an archive that is damaged or locked",
  ],
])(
  "what stood in %j of %s is said in Arabic too where it is no text of the file",
  async (texts, name, arabic, english) => {
    const problems = await problemsOf(...texts.map((text, i) => new File([text], i === 0 ? name : "y.zip")))
    const words = problemWords(await loadFaultWords("ar"))
    expect(problems.map(words.found)).toEqual([arabic])
    expect(problems.map(problemWords(null).found)).toEqual([english])
  },
)

test("what a file says stays as it stands in it, whatever the language", async () => {
  const [problem] = await problemsOf(new File(["title,date\na,soon\n"], "x.csv"))
  expect(problemWords(await loadFaultWords("ar")).found(problem!)).toBe("soon")
})

const holes = (text: string) => text.match(/\{\w+\}/g) ?? []

test("every fault there can be has Arabic words of its own, and keeps the places of what is put in", () => {
  const { codes, wanted, seen } = arabicFaults
  const pairs = [
    ...Object.keys(EXPECTED).map(code => [EXPECTED[code as FaultCode], codes[code as FaultCode]]),
    ...Object.entries(ENGLISH_WANTED.words).map(([word, text]) => [text, wanted.words[word as WantedWord]]),
    ...Object.entries({ ...ENGLISH_SEEN, ...ENGLISH_SEEN_IN_COLUMNS, ...ENGLISH_SEEN_OF_FILES }).map(
      ([word, text]) => [text, seen[word as SeenWord]],
    ),
    [ENGLISH_WANTED.inPlaceOf, wanted.inPlaceOf],
    [ENGLISH_WANTED.atEnd, wanted.atEnd],
    [ENGLISH_WANTED.endsHere, wanted.endsHere],
  ]
  for (const [english, arabic] of pairs) {
    // Words of the format itself stay as a file must have them.
    expect(arabic).toMatch(/[\u0621-\u064a]/)
    expect(holes(arabic!)).toEqual(holes(english!))
  }
})

test("a language without words of its own shows the English that problems come with", async () => {
  expect(await loadFaultWords("en")).toBe(null)
  expect(await loadFaultWords("xx")).toBe(null)
})
