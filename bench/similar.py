"""How near a copy comes to its photo: SSIM (structural similarity, Wang et al. 2004) over windows of 8 × 8 pixels.

Pillow alone: means over windows are `reduce(8)` of floating-point pictures. Brightness only, as is usual.
"""

from __future__ import annotations

from PIL import Image, ImageMath, ImageOps

C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
WINDOW = 8


def ssim(one: Image.Image, two: Image.Image) -> float:
    """1 for equal pictures, less for those that differ. Both must have one size. Shape of the means: size / 8."""
    a, b = (picture.convert("L").convert("F") for picture in (one, two))
    mean_a, mean_b, aa, bb, ab = (p.reduce(WINDOW) for p in (a, b, _times(a, a), _times(b, b), _times(a, b)))
    likeness = ImageMath.lambda_eval(
        lambda x: (
            ((2 * x["ma"] * x["mb"] + C1) * (2 * (x["ab"] - x["ma"] * x["mb"]) + C2))
            / (
                (x["ma"] * x["ma"] + x["mb"] * x["mb"] + C1)
                * (x["aa"] - x["ma"] * x["ma"] + x["bb"] - x["mb"] * x["mb"] + C2)
            )
        ),
        ma=mean_a, mb=mean_b, aa=aa, bb=bb, ab=ab,
    )  # fmt: skip
    # ImageStat counts in 256 steps, which floating-point pictures do not have.
    return float(likeness.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))


def _times(a: Image.Image, b: Image.Image) -> Image.Image:
    made: Image.Image = ImageMath.lambda_eval(lambda x: x["a"] * x["b"], a=a, b=b)
    return made


def reference(photo: Image.Image, width: int) -> Image.Image:
    """A photo at a width, decoded in full and resized once: what every copy is compared with."""
    upright = ImageOps.exif_transpose(photo).convert("RGB")
    return upright.resize((width, round(upright.height * width / upright.width)), Image.Resampling.LANCZOS)
