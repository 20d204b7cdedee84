/** The program in one piece: the page where there is a document, and where there is none the page's reader. */
if (typeof document === "undefined") void import("./load/worker.ts")
else void import("./main.tsx")
