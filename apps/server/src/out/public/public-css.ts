/** The sheet of the public pages: a printed open letter on the screen, and on paper. No style stands on an element, so a strict policy holds. */

const SCREEN = `
@font-face{font-family:'DV Serif';src:url('/fonts/dv-serif-roman.woff2') format('woff2');font-weight:400 700;font-display:swap}
@font-face{font-family:'DV Serif';src:url('/fonts/dv-serif-italic.woff2') format('woff2');font-weight:400 700;font-style:italic;font-display:swap}
@font-face{font-family:'DV Sans';src:url('/fonts/dv-sans-roman.woff2') format('woff2');font-weight:400 700;font-display:swap}
:root{color-scheme:light dark;--serif:'DV Serif',Georgia,serif;--sans:'DV Sans','Segoe UI',Arial,sans-serif;--sheet:#fff;--wash:#f4f2ec;--ink:#1a1d21;--quiet:#5a6068;--line:#d9d5ca;--edge:#85807a;--accent:#1d4d7a;--accent-wash:#e9eff5;--carry:#2b6e4f;--reserve:#8a5a00;--decline:#9a3324;--plate:#fff}
@media (prefers-color-scheme:dark){:root{--sheet:#16181b;--wash:#1d2023;--ink:#e9e6df;--quiet:#a4aab2;--line:#33373c;--edge:#767c84;--accent:#8fbde8;--accent-wash:#1b2733;--carry:#6cc09a;--reserve:#e2b25c;--decline:#f0937f}}
*,*::before,*::after{box-sizing:border-box}
html{text-size-adjust:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--sheet);color:var(--ink);font:400 .9375rem/1.25rem var(--sans);-webkit-font-smoothing:antialiased;text-rendering:optimizeLegibility;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6,p,ul,ol,dl,dd,blockquote,pre{margin:0;padding:0;min-width:0}
h1,h2,h3,h4,h5,h6{font:inherit}
ul,ol{list-style:none}
strong{font-weight:600}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
:focus{outline:none}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.aloud{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:16px;top:-60px;z-index:1;padding:8px 16px;background:var(--ink);color:var(--sheet);border-radius:4px}
.skip:focus{top:8px}
.quiet{color:var(--quiet)}
.paper-only{display:none}

.mast{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 24px;max-width:1024px;margin:0 auto;padding:28px 32px 0}
.from{font:600 1.125rem/1.5rem var(--serif)}
.standing{max-width:960px;margin:24px auto 0;padding:12px 16px;border-left:3px solid var(--reserve);background:var(--wash);line-height:1.5rem}

.letter{max-width:656px;margin:0 auto;padding:72px 32px 0;font:400 1.1875rem/1.75rem var(--serif);font-variant-numeric:oldstyle-nums proportional-nums;font-optical-sizing:auto;text-wrap:pretty;hyphens:manual}
.letter>*+*{margin-top:16px}
.letter h1{margin:52px 0 44px;font:600 2.75rem/3.25rem var(--serif);letter-spacing:-.018em;text-wrap:balance}
.letter h1.aloud{margin:0}
.letter h2{margin-top:44px;font:600 1.375rem/1.75rem var(--serif);letter-spacing:-.004em;text-wrap:balance}
.letter h3{margin-top:32px;font:600 1.1875rem/1.75rem var(--serif)}
.letter h4{margin-top:28px;font:italic 600 1.1875rem/1.75rem var(--serif)}
.letter :is(h2,h3,h4)+*{margin-top:8px}
.letter .addressee{margin-top:28px}
.letter .addressee+.addressee{margin-top:0}
.letter h1+.addressee{margin-top:-16px}
.letter .addressee+.salutation{margin-top:28px}
.letter .closing{margin-top:28px}
.letter .closing+.closing{margin-top:0}
.letter blockquote{padding-left:20px;border-left:3px solid var(--line);font-style:italic}
.letter ul{list-style:disc}
.letter ol{list-style:decimal}
.letter :is(ul,ol){padding-left:28px}
.letter li>:is(ul,ol){margin-top:4px}
.letter li+li{margin-top:4px}
.letter .message{margin-top:44px;display:grid;gap:12px}
.letter .claim{font:600 1.375rem/1.75rem var(--serif);text-wrap:balance}
.letter .label{display:block;font:600 .8125rem/1.25rem var(--sans);color:var(--quiet)}
.letter .ask{padding-left:20px;border-left:3px solid var(--ink)}
.letter sup,.names sup{font-size:.7em;line-height:0;vertical-align:.42em;font-variant-numeric:lining-nums}
.letter sup a{padding:4px 3px}
.names sup{font-size:.8125rem}
.footnotes{margin-top:44px!important;padding-top:12px;border-top:1px solid var(--line);font:400 .8125rem/1.25rem var(--sans);color:var(--quiet)}
.letter .footnotes h2{margin:0 0 4px;font:600 .8125rem/1.25rem var(--sans);letter-spacing:0}
.footnotes li+li{margin-top:4px}
.footnotes a{display:inline-block;min-height:24px;min-width:24px}

.fund{max-width:1024px;margin:72px auto 0;padding:0 32px}
.rule{height:3px;background:var(--ink)}
.fund h2{margin-top:28px;font:600 1.375rem/1.75rem var(--serif);letter-spacing:-.004em;text-wrap:balance}
.as-at{margin-top:4px;color:var(--quiet)}
.fund h3{margin-top:24px;font:600 .9375rem/1.25rem var(--sans)}
.names{columns:2;column-gap:48px;max-width:800px;margin-top:28px}
.fund h3+.names{margin-top:8px}
.names li{break-inside:avoid;padding-bottom:16px;overflow-wrap:anywhere}
.names strong,.state-line{font:600 1.0625rem/1.5rem var(--serif)}
.names span{display:block;color:var(--quiet)}
.names sup a{display:inline-block;min-width:24px;padding:4px;margin:-4px 0;text-decoration:none}
.names.personal li,.names.ended li{font:400 1.0625rem/1.5rem var(--serif)}
.names.ended span{font:400 .9375rem/1.25rem var(--sans)}
.state-line{margin-top:8px}
.notes{display:grid;gap:4px;max-width:800px;margin-top:12px;font:400 .8125rem/1.25rem var(--sans);color:var(--quiet)}
.notes a{display:inline-block;min-width:24px;padding:2px 4px 2px 0;text-decoration:none}
.notes li:target,.names li:target{background:var(--accent-wash)}
.wall{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:8px 32px;margin:48px 0 0;padding:24px 0;background:var(--plate);color:#1a1d21;border-radius:4px;user-select:none;-webkit-user-select:none}
.wall li{display:grid;place-items:center;min-height:136px;min-width:0}
.wall svg{display:block;max-width:calc(100% + 2px);height:auto;margin:-1px;overflow:hidden}
.wall span{max-width:100%;font:600 1.0625rem/1.5rem var(--serif);text-align:center;text-wrap:balance;overflow-wrap:anywhere}
.wall span:is(.phone,.paper){display:none}

.edition{max-width:1024px;margin:48px auto 0;padding:0 32px}
.line{display:flex;flex-wrap:wrap;gap:4px 32px;padding:16px 0;border-block:1px solid var(--line)}
.fingerprint{font-weight:600;font-variant-ligatures:none;letter-spacing:.02em;font-variant-numeric:tabular-nums lining-nums}
.line .fingerprint{white-space:nowrap}
.reason{padding:12px 0;border-bottom:1px solid var(--line)}
.check{padding:12px 0;border-bottom:1px solid var(--line)}
.check summary{display:inline-flex;align-items:center;min-height:36px;color:var(--accent);font-weight:600;cursor:pointer;list-style:none;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
.check summary::-webkit-details-marker{display:none}
.check>div{display:grid;gap:16px;max-width:600px;padding:4px 0 16px;line-height:1.5rem}
.verify{display:flex;flex-wrap:wrap;gap:12px;align-items:end}
.field{display:grid;gap:4px;flex:1;min-width:240px;max-width:400px}
label{font-weight:600}
.hint{font-size:.8125rem;line-height:1.25rem;color:var(--quiet)}
.error{color:var(--decline);font:600 .8125rem/1.25rem var(--sans)}
input,textarea{width:100%;min-height:40px;padding:9px 12px;border:1px solid var(--edge);border-radius:4px;background:var(--sheet);color:var(--ink);font:400 .9375rem/1.25rem var(--sans);font-variant-numeric:tabular-nums lining-nums}
input[aria-invalid]{border:2px solid var(--decline);padding:8px 11px}
textarea{resize:vertical;font-family:ui-monospace,Consolas,monospace;font-size:.8125rem}
button{min-height:40px;padding:9px 16px;border:1px solid var(--edge);border-radius:4px;background:transparent;color:var(--ink);font:600 .9375rem/1.25rem var(--sans);cursor:pointer}
button:hover{background:var(--wash);border-color:var(--ink)}
.links{display:flex;flex-wrap:wrap;gap:4px 32px;padding:12px 0}
.links a{display:inline-flex;align-items:center;min-height:36px}
nav+nav .links{border-top:1px solid var(--line)}
.made{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:baseline;max-width:1024px;margin:64px auto 0;padding:24px 32px 48px;font-size:.8125rem;color:var(--quiet)}
.brand{font:600 1rem/1.5rem var(--serif);color:var(--ink);border-bottom:3px solid var(--ink)}

.checking{max-width:656px;margin:0 auto;padding:56px 32px 0;display:grid;gap:16px;line-height:1.5rem}
.checking h1{font:600 1.75rem/2.25rem var(--serif);letter-spacing:-.01em;text-wrap:balance}
.checking h2{margin-top:24px;font:600 1.375rem/1.75rem var(--serif)}
.checking .about{font:400 1.1875rem/1.75rem var(--serif);color:var(--quiet);margin-top:-8px}
.checking .field{max-width:none}
.checking .verify .field{max-width:400px}
.checking dt{color:var(--quiet)}
.checking dd{margin-bottom:12px;overflow-wrap:anywhere}
.checking pre{padding:12px 16px;background:var(--wash);white-space:pre-wrap;overflow-wrap:anywhere;font:400 .8125rem/1.25rem ui-monospace,Consolas,monospace}
.checking a{display:inline-block;min-height:24px}
.outcome{padding:12px 16px;border-left:3px solid var(--carry);background:var(--wash)}
.outcome.other{border-color:var(--reserve)}
.outcome.different{border-color:var(--decline)}
.example{padding:24px;border:1px solid var(--line);font:400 1.0625rem/1.625rem var(--serif)}
.example h3{font:600 1.375rem/1.75rem var(--serif)}
.example>div>*+*{margin-top:16px}
.example hr{height:3px;border:0;background:var(--ink)}
.example :is(ul,ol){padding-left:24px;list-style:disc}
.example ol{list-style:decimal}

@media (min-width:700px) and (max-width:999px){.wall{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:699px){
.mast{padding:20px 20px 0;flex-direction:column}
.standing{margin-inline:20px}
.letter{padding:40px 20px 0}
.letter h1{margin:36px 0 32px;font-size:2.125rem;line-height:2.5rem}
.fund{margin-top:48px;padding:0 20px}
.names{columns:1}
.wall{grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 24px;margin-top:32px;padding:12px}
.wall li{min-height:112px}
.wall span{font-size:.9375rem;line-height:1.25rem}
.wall svg.not-phone{display:none}
.wall span.phone{display:inline}
.edition{margin-top:32px;padding:0 20px}
.line,.links,.verify{display:grid;gap:4px}
.verify{gap:12px}
.check summary,.links a,.checking a{min-height:44px;align-content:center}
.letter .footnotes a,.notes a{min-height:24px}
.field{max-width:none;min-width:0}
input,button{min-height:48px;font-size:1rem}
.made{margin-top:40px;padding:20px 20px 40px;flex-direction:column}
.checking{padding:32px 20px 0}
.example{padding:16px}
}
@media (forced-colors:active){.rule{background:CanvasText;forced-color-adjust:none}.wall{forced-color-adjust:none}}
`

/** A4: the letter on the first page, who signed on the next. */
const PAPER = `
@page{size:A4;margin:20mm 24mm 22mm}
@media print{
:root{color-scheme:light;--ink:#000;--quiet:#444;--line:#bbb;--sheet:#fff;--accent:#000}
.skip,.check,.links,.made,.mast .quiet{display:none}
body{background:#fff}
a{color:inherit;text-decoration:none}
.mast,.letter,.fund,.edition{max-width:none;padding-inline:0}
.mast{padding-top:0}
.letter{max-width:132mm;margin:0;padding-top:8mm;font-size:11.5pt;line-height:16.5pt;orphans:3;widows:3}
.letter>*+*{margin-top:9pt}
.letter h1{width:162mm;margin:9mm 0 7mm;font-size:24pt;line-height:28pt}
.letter h2{margin-top:8mm;font-size:13pt;line-height:17pt}
.letter :is(h3,h4){font-size:11.5pt;line-height:16.5pt}
.letter .claim{font-size:13pt;line-height:17pt}
.letter :is(h1,h2,h3,h4,.claim){break-after:avoid}
.letter .addressee,.letter .closing{margin-top:6mm}
.footnotes a{min-height:0;min-width:0}
.letter .footnotes{margin-top:5mm!important;padding-top:2mm;font-size:8pt;line-height:11pt;break-inside:avoid}
.letter .footnotes h2{font-size:8pt;line-height:11pt}
.footnotes [role=doc-backlink]{display:none}
.fund{margin-top:0;break-before:page}
.rule{height:2pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.fund h2{margin-top:5mm;font-size:13pt;line-height:17pt}
.fund h3{margin-top:4mm;font-size:9.5pt;line-height:12pt;break-after:avoid}
.names{columns:2;max-width:none;margin-top:4mm}
.names li{padding-bottom:2.4mm}
.names strong,.state-line,.names.personal li,.names.ended li{font-size:10pt;line-height:13pt}
.names span,.names.ended span,.as-at{font-size:8.5pt;line-height:11pt}
.names sup{font-size:7pt}
.names sup a{min-width:0;padding:0 0 0 1pt;margin:0}
.notes{font-size:8pt;line-height:11pt;max-width:none}
.notes a{min-width:0;padding-right:4pt}
.notes li:target,.names li:target{background:none}
.wall{grid-template-columns:repeat(4,minmax(0,1fr));gap:0 5.4mm;margin:4mm 0 0;padding:0;break-inside:avoid;background:none}
.wall li{min-height:23mm}
.wall svg{zoom:.6378;max-width:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.wall svg.not-phone{display:block}
.wall span.phone{display:none}
.wall svg.not-paper{display:none}
.wall span.paper{display:inline}
.wall span{font-size:9.5pt;line-height:12pt}
.edition{margin-top:5mm;font-size:8.5pt;line-height:12pt;break-inside:avoid}
.line{display:flex;gap:4px 24px;padding:2mm 0}
.paper-only{display:block;padding-top:2mm}
.standing{max-width:none;margin:4mm 0 0}
.checking{padding:0;max-width:none}
}
`

/** One sheet for all of them, put into the page: a letter that is saved or forwarded keeps its face. */
export const publicCss = SCREEN + PAPER
