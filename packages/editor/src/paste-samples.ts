/** Clipboard HTML as three programs write it, with the passages that must come of it. Own words, for tests. */
import type { PassageKind } from '@draagvlak/domain/passage'

export interface PasteSample {
  readonly html: string
  /** Kind, depth, and the words: `**bold**`, `_italic_`, `{address}` behind linked words, `^label^` for a source, `|` for a line break. */
  readonly expected: readonly (readonly [kind: PassageKind, indent: number, words: string])[]
}

export const WORD: PasteSample = {
  html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri"} --></style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=NL><!--StartFragment-->
<p class=MsoTitle>Samen<span style='mso-spacerun:yes'>  </span>gezond oud<o:p></o:p></p>
<h1>Waar het om gaat<o:p></o:p></h1>
<p class=MsoNormal>In <st1:place w:st="on">Deventer</st1:place> helpen <b style='mso-bidi-font-weight:normal'>buurthuizen</b>
ouderen <del cite="mailto:Anna" datetime="2026-05-01">elke maand</del><ins cite="mailto:Anna" datetime="2026-05-01">elke week</ins>.<span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a></span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span><![endif]>Meer <i>ontmoeting</i><o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><![endif]>ook op zondag<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Minder papier, zie <a href="https://example.nl/papier">het plan</a> en <a href="file:///C:/geheim.docx">dit</a><o:p></o:p></p>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> Buurtmonitor 2026, <a href="https://example.nl/monitor">tabel 3</a><o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Klopt dit nog?</p></div></div>
<!--EndFragment--></body></html>`,
  expected: [
    ['title', 0, 'Samen gezond oud'],
    ['heading1', 0, 'Waar het om gaat'],
    ['paragraph', 0, 'In Deventer helpen **buurthuizen** ouderen elke week.^Buurtmonitor 2026, tabel 3^'],
    ['bullet', 0, 'Meer _ontmoeting_'],
    ['bullet', 1, 'ook op zondag'],
    ['bullet', 0, 'Minder papier, zie het plan{https://example.nl/papier} en dit'],
  ],
}

export const GOOGLE_DOCS: PasteSample = {
  html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff-0000-1111-222233334444">
<h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;font-style:normal;">Wat wij vragen</span></h2>
<p dir="ltr"><span style="font-weight:400;">Maak </span><span style="font-weight:700;">één</span><span style="font-weight:400;font-style:italic;"> loket</span><span style="font-weight:400;">.</span></p><br />
<ol style="margin-top:0;"><li dir="ltr" aria-level="1" style="list-style-type:decimal;"><p dir="ltr" role="presentation"><span style="font-weight:400;">Eerst luisteren</span></p></li>
<ol><li dir="ltr" aria-level="2" style="list-style-type:lower-alpha;"><p dir="ltr" role="presentation"><span style="font-weight:400;">thuis</span></p></li></ol>
<li dir="ltr" aria-level="1" style="list-style-type:decimal;"><p dir="ltr" role="presentation"><span style="font-weight:400;">Dan </span><a href="https://example.nl/beslis" style="text-decoration:none;"><span style="font-weight:400;text-decoration:underline;">beslissen</span></a></p></li></ol></b>`,
  expected: [
    ['heading2', 0, 'Wat wij vragen'],
    ['paragraph', 0, 'Maak **één**_ loket_.'],
    ['numbered', 0, 'Eerst luisteren'],
    ['numbered', 1, 'thuis'],
    ['numbered', 0, 'Dan beslissen{https://example.nl/beslis}'],
  ],
}

export const WEB_PAGE: PasteSample = {
  html: `<html><body><!--StartFragment--><article><header><h1>Nieuws</h1></header><script>alert(1)</script>
<p onclick="alert(1)">Regel een<br>regel twee <span data-anchor="gesprek">met anker</span> en <a href="javascript:alert(1)">knop</a></p>
<blockquote><p>Wie zorgt voor de zorg?</p></blockquote><ul><li>los<ul><li>dieper</li></ul></li></ul>
<table><tr><th>Jaar</th><td>2026</td></tr></table><img src="x" onerror="alert(1)"></article><!--EndFragment--></body></html>`,
  expected: [
    ['heading1', 0, 'Nieuws'],
    ['paragraph', 0, 'Regel een|regel twee met anker en knop'],
    ['quote', 0, 'Wie zorgt voor de zorg?'],
    ['bullet', 0, 'los'], ['bullet', 1, 'dieper'],
    ['paragraph', 0, 'Jaar'], ['paragraph', 0, '2026'],
  ],
}
