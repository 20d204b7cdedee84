/** The texts of the dialog that opens files, apart, since most readers never open one. */
export interface OpeningWords {
  readonly openIntro: string
  readonly chooseFiles: string
  readonly dropHint: string
  readonly openAddress: string
  readonly openText: string
  readonly openThisText: string
  readonly examples: string
  readonly builtInTitle: string
}

/** By primary language subtag; to add a language, add it here. */
export const OPENING: Readonly<Record<string, OpeningWords>> = {
  en: {
    openIntro: "Files stay on this device: nothing is sent anywhere.",
    chooseFiles: "Choose files…",
    dropHint: "or drop them anywhere on the page, or paste.",
    openAddress: "Address of a file, or of a Google Sheet that is public",
    openText: "Rows copied from a spreadsheet, or any of the formats as text",
    openThisText: "Open this text",
    examples: "Examples",
    builtInTitle: "Lausanne to Lima, autumn 2016 (built in)",
  },
  ar: {
    openIntro: "تبقى الملفات على هذا الجهاز: لا يُرسل شيء إلى أي مكان.",
    chooseFiles: "اختر ملفات…",
    dropHint: "أو أفلتها في أي موضع من الصفحة، أو الصقها.",
    openAddress: "عنوان ملف، أو جدول Google منشور للعموم",
    openText: "صفوف منسوخة من جدول، أو أي من الصيغ نصًّا",
    openThisText: "افتح هذا النص",
    examples: "أمثلة",
    builtInTitle: "من لوزان إلى ليما، خريف 2016 (مدمج)",
  },
}
