// SPDX-License-Identifier: Apache-2.0
package io.odometer.monitor.report;

import io.odometer.monitor.report.Page.*;
import java.nio.file.*;
import java.util.*;

final class SamplePage {
  static Verdict drift(String h, Fact... f) { return new Verdict("drift", "▲", "Drift", h, List.of(f), null); }
  static Verdict ok(String h) { return new Verdict("ok", "✓", "Steady", h, List.of(), null); }
  static Page page() {
    Bars miles = new Bars("mileage", List.of("0","20k","40k","60k","80k","100k","120k","140k","160k","180k","200k"),
      List.of(.12,.22,.2,.16,.11,.08,.05,.03,.02,.01), List.of(.05,.1,.13,.16,.16,.13,.1,.08,.06,.03));
    Bars fuel = new Bars("fuel", List.of("Petrol","Diesel","Hybrid","Electric with a long name","(other)"), List.of(.55,.38,.06,0.0,.01), List.of(.4,.3,.08,.21,.01));
    List<Trend.Point> pts = new ArrayList<>();
    double[] v={.03,.04,.02,.05,.04,.06,.09,.28,.31};
    for (int i=0;i<v.length;i++) pts.add(new Trend.Point("12 Mar 2026, 0"+i+":00 UTC", v[i], v[i]>.1));
    List<Measure> ms = List.of(new Measure("Completeness","98.1 %","97.9 %","≥ 95 %",""), new Measure("Mean","46,300","74,080","",""), new Measure("Median","41,230","65,900","",""), new Measure("Std. deviation","31,200","49,900","",""),
      new Measure("Distance (Robust)","","0.312","≤ 0.1","broken"), new Measure("PSI","","0.61","",""), new Measure("Wasserstein","","27,780","",""));
    Rows ex = new Rows(List.of("id","mileage","fuel","year"), List.of(new Cells(List.of("7c1e…/0","182,000","Diesel","2014")), new Cells(List.of("8d1e…/0","171,300","Petrol","<script>alert(1)</script>"))));
    Card a = new Card("f0","mileage","number",drift("Values are larger now: the median went from 41,230 to 65,900."),Histogram.of(miles),ms,Trend.of("Distance of mileage",pts,.1),"Distance over the last 9 windows; dashed: threshold 0.1",ex);
    Card b = new Card("f1","fuel","category",new Verdict("drift","▲","Drift","New: Electric with a long name (21 % of values).",List.of(new Fact("","x <b>bold</b>")),null),CategoryBars.of(fuel),ms.subList(0,1),Trend.of("d",pts,.1),"Distance over the last 9 windows",ex);
    List<Card> steady = new ArrayList<>();
    for (String n : List.of("engine","brand","transmission","<script>alert('x')</script>","a_very_long_column_name_that_goes_on_and_on_without_any_break_at_all_for_ever"))
      steady.add(new Card("s"+steady.size(),n,"number",ok(""),Histogram.of(miles),ms.subList(0,4),Trend.of("d",pts.subList(0,7),.1),"Distance over the last 7 windows; dashed: threshold 0.1",null));
    Quality q = new Quality("xgboost, version 20260302T041106Z-5c1c1f9e", drift(""), "412 of 3,260 predictions have a label (12.6 %).", List.of(new Measure("RMSE","1,678","1,990","≤ 1,746","broken"),new Measure("MAE","1,184","1,300","≤ 1,310","")),null,null);
    return new Page("cars<img src=x onerror=alert(1)>", new Verdict("drift","▲","Drift","3 of 9 features have drifted since 12 Mar 2026, 10:00 UTC: mileage, fuel and year.",
      List.of(new Fact("mileage","is larger now: median 65,900 instead of 41,230 (distance 0.312, threshold 0.1), in 2 windows."),new Fact("fuel","has a new value: Electric, 21 % of the values."),new Fact("year","is missing in 8 % of the rows instead of 0.2 %.")),
      "Look at the features below. If the change is real and will stay, train again with newer rows: drop them into training/cars/. If a source is at fault, mend it there; nothing needs to be trained. If you expected it, raise the limit in monitoring/cars/constraints.json."),
      List.of(new Fact("Window","12 Mar 2026, 10:00 – 11:00 UTC (1 h)"),new Fact("Rows","3,260"),new Fact("Requests","2,100, of which 12 were refused"),new Fact("Labels","412 (12.6 % of rows)"),new Fact("Versions","linear 20260302T041106Z-5c1c1f9e, xgboost 20260302T041106Z-5c1c1f9e"),new Fact("Execution","3b0c3d02-aaaa-3bbb-8ccc-123456789012")),
      List.of("monitoring/cars/constraints.json was passed over: it is no JSON object."), List.of(a,b), steady, List.of(new Card("p0","prediction_xgboost","prediction",ok(""),Histogram.of(miles),ms.subList(0,5),null,null,null)), List.of(q,q), null,
      List.of(new Fact("Distance","The largest gap between the cumulative shares of baseline and window (L∞), less what chance alone makes of samples of this size (Robust)."),new Fact("Alarm","3 of the last 3 windows must fail.")));
  }
  public static void main(String[] a) throws Exception { Files.write(Path.of(a[0]), new ReportTemplate().bytes(page())); }
}
