/** The look of a report: the product's paper, pine and lingonberry, with the reader's own fonts. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbf8f1;--card:#fff;--ink:#22261f;--soft:#5d6258;--line:#d9d4c6;--good:#1f5a44;--look:#a3273b}
@media (prefers-color-scheme:dark){:root{--paper:#191c18;--card:#22261f;--ink:#ecebe4;--soft:#aab0a3;--line:#3b4038;--good:#86c9ab;--look:#f29aa8}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 "Atkinson Hyperlegible Next","Atkinson Hyperlegible",system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}h1{font-size:1.8rem;line-height:1.2;margin:0;overflow-wrap:anywhere}h2{font-size:1.3rem;margin:2.5rem 0 .5rem}
.lead{font-size:1.1rem;color:var(--soft);margin:.5rem 0 1.5rem}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(12rem,45%),1fr));gap:.75rem;margin:0}
.numbers div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.75rem 1rem;display:flex;flex-direction:column-reverse}
dt{color:var(--soft);font-size:.95rem}dd{margin:0;font-size:1.7rem;font-variant-numeric:tabular-nums}.good dd{color:var(--good)}.look dd{color:var(--look)}
details{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:.75rem 0;padding:.25rem 1rem}details.lost{border-left:4px solid var(--look)}
summary{cursor:pointer;padding:.5rem 0}summary span{color:var(--soft)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.95rem}th{text-align:left;color:var(--soft);font-weight:600}
th,td{border-top:1px solid var(--line);padding:.35rem .75rem .35rem 0;vertical-align:top;overflow-wrap:break-word}.scroll{overflow-x:auto}td{min-width:5rem}td:last-child{min-width:9rem}th::first-letter,summary b::first-letter{text-transform:uppercase}summary b{display:inline-block}.n{font-variant-numeric:tabular-nums;white-space:nowrap}
del{color:var(--look)}ins{color:var(--good);text-decoration:none}.warning{border-left:4px solid var(--look);padding:.5rem 1rem;background:var(--card)}td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums;width:1%;padding-right:1.5rem}.lines{font-variant-numeric:tabular-nums}.more{color:var(--soft)}
@media (max-width:40rem){td,td:last-child{min-width:0;padding-right:.5rem;overflow-wrap:anywhere}.changes :is(table,tbody,tr,td){display:block;width:auto}.changes thead{position:absolute;clip-path:inset(50%)}.changes td{border:0;padding:.1rem 0}.changes tr{border-top:1px solid var(--line);padding:.35rem 0}.changes td[rowspan]{font-weight:600}}
@media print{body{background:#fff;font-size:11pt}details{break-inside:avoid}}
`;
