import Database from 'better-sqlite3';
import { PerformanceObserver } from 'node:perf_hooks';
const slow: {at:number,ms:number,sql:string}[]=[];
const probe=new Database(':memory:'); const P=Object.getPrototypeOf(probe.prepare('select 1')); const DP=Object.getPrototypeOf(probe);
for (const m of ['run','all','get']) { const o=P[m]; P[m]=function(...a:unknown[]){const s=performance.now(); const r=o.apply(this,a); const d=performance.now()-s; if(d>8) slow.push({at:s,ms:d,sql:this.source.replace(/\s+/g,' ').slice(0,90)}); return r;}; }
const gcs:{at:number,ms:number,k:number}[]=[];
new PerformanceObserver(l=>{for(const e of l.getEntries()) if(e.duration>5) gcs.push({at:e.startTime,ms:e.duration,k:(e as any).detail?.kind});}).observe({entryTypes:['gc']});
const { measureStall }=await import('./stall.ts'); const { largePractice }=await import('../seed/large-practice.ts');
const stalls:{at:number,ms:number}[]=[]; let last=performance.now(); const iv=setInterval(()=>{const n=performance.now(); if(n-last>25) stalls.push({at:last,ms:n-last}); last=n;},2);
const lines=await measureStall(await largePractice());
clearInterval(iv);
for(const l of lines) console.log(l.name, l.value?.figure ?? l.core, l.note);
for(const s of stalls.filter(s=>s.ms>35)){ console.log('STALL',s.at.toFixed(0),s.ms.toFixed(0)); for(const q of slow) if(q.at>=s.at-2&&q.at<s.at+s.ms) console.log('    ',q.ms.toFixed(0),q.sql); for(const g of gcs) if(g.at>=s.at-2&&g.at<s.at+s.ms) console.log('     GC',g.ms.toFixed(0),g.k); }
process.exit(0);
