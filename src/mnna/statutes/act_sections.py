"""The sections of title 22 of the Code that contain the sections of the AECA and the FAA.

Sources: the source credits of the sections themselves, 22 USC 2151 to 2799aa-1.
"""

from __future__ import annotations


def _table(text: str) -> dict[str, str]:
    return dict(row.split() for row in text.strip().splitlines())


AECA = _table("""
1 2751
2 2752
3 2753
4 2754
5 2755
6 2756
21 2761
22 2762
23 2763
24 2764
25 2765
26 2766
27 2767
29 2769
30 2770
30A 2770a
31 2771
36 2776
37 2777
38 2778
39 2779
39A 2779a
40 2780
40A 2785
42 2791
47 2794
51 2795
61 2796
62 2796a
63 2796b
64 2796c
65 2796d
71 2797
72 2797a
73 2797b
74 2797c
81 2798
101 2799aa
102 2799aa-1
""")
"""The section of title 22 for each section of the Arms Export Control Act."""

FAA = _table("""
116 2151n
481 2291
482 2291a
489 2291h
490 2291j
502 2302
502B 2304
503 2311
505 2314
506 2318
514 2321h
515 2321i
516 2321j
517 2321k
531 2346
541 2347
551 2348
571 2349aa
614 2364
620 2370
620A 2371
620E 2375
620G 2377
620H 2378
620I 2378-1
620J 2378a
620M 2378d
634A 2394-1
644 2403
653 2413
656 2416
660 2420
669 2429
670 2429a
""")
"""The section of title 22 for each section of the Foreign Assistance Act of 1961."""

ACTS = {"AECA": AECA, "FAA": FAA}

CHAPTERS = {"AECA": ("39", 2751, 2799), "FAA": ("32", 2151, 2443)}
"""The chapter of title 22 for each Act, with its first and last section: `22 USC 2751 et seq.` is the whole Act."""
