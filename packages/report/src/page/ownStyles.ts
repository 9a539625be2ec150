/** What GOV.UK Frontend has no component for: figures, pictures beside tables, and paper. */
export const OWN_STYLES = `
body{font-family:Atkinson Hyperlegible,arial,sans-serif}
.govuk-width-container{max-width:1140px}
.report-figures{display:grid;grid-template-columns:repeat(2,1fr);gap:1rem 1.5rem;margin:0 0 2rem;padding:1rem 0;border-top:2px solid #0b0c0c;border-bottom:2px solid #0b0c0c}
.report-figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.report-figures dt{font-size:1rem;line-height:1.25}
.report-figures dd{margin:0;font-size:2rem;font-weight:700;line-height:1.1}
.report-beside{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem;align-items:start}
.report-picture{margin:0 0 1.5rem;background:#fff}
.report-picture svg{display:block;max-width:100%;height:auto}
.report-picture .report-wide{display:none}
.report-scroll{overflow-x:auto;margin-bottom:1.5rem}
.report-scroll .govuk-table{margin-bottom:0;font-size:1rem;line-height:1.25}
.report-scroll .govuk-table__header,.report-scroll .govuk-table__cell{vertical-align:top}
.report-scroll td,.report-scroll thead th{white-space:normal}
.report-performance td{white-space:normal}
.report-performance td:nth-child(2){min-width:12rem}
.report-performance td:nth-child(4){min-width:11rem}
.report-slim{max-width:30rem}
.report-mark{font-style:italic}
section{break-inside:auto}
@media (min-width:45rem){.report-picture .report-wide{display:block}.report-picture .report-narrow{display:none}}
@media (min-width:62rem){.report-figures{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:1fr}.report-beside--pair{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
@page{size:A4;margin:14mm 12mm}
@page wide{size:A4 landscape;margin:10mm}
@media print{
.govuk-skip-link,.report-contents{display:none}
.govuk-width-container{max-width:none;margin:0}
.govuk-main-wrapper{padding-top:0;padding-bottom:0}
.govuk-summary-list{margin-bottom:0}
body *:not(code){font-family:Atkinson Hyperlegible,arial,sans-serif!important}
table,h2,.govuk-summary-list__row,.report-question{break-inside:avoid}
.report-beside--pair{grid-template-columns:minmax(0,1fr)}
.report-picture .report-wide{display:block}
.report-picture .report-narrow{display:none}
.report-figures{grid-template-columns:none;grid-auto-flow:column;grid-auto-columns:1fr}
.report-picture,tr,.report-figures{break-inside:avoid}
h2,h3,caption{break-after:avoid}
.report-scroll{overflow:visible}
.report-performance{page:wide}
.report-performance .govuk-table{font-size:7pt!important}
.report-performance .govuk-tag{font-size:7pt;padding:1pt 3pt}
.report-performance .govuk-table__cell,.report-performance .govuk-table__header{padding-right:4pt}
body,.govuk-table,.govuk-body,.govuk-body-s,.govuk-list,.govuk-summary-list{font-size:10pt!important;line-height:1.3!important}
.govuk-table__header,.govuk-table__cell{padding-top:3pt!important;padding-bottom:3pt!important}
.govuk-details,.govuk-details *{font-size:8pt!important;line-height:1.3!important;color:#0b0c0c!important;text-decoration:none!important}
.govuk-details__summary:before{display:none!important}
.govuk-details__summary{padding-left:0!important}
.govuk-body a:after,.govuk-link:after{content:none!important}
}
`
