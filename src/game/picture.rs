//! The stage as a picture in a panel: its camera draws into an image of just its size.
//!
//! Drawn straight into the window it would make the whole window smooth its edges four times over, which a
//! machine without a graphics card feels at every key.

use bevy::app::{App, PostUpdate};
use bevy::asset::Assets;
use bevy::camera::{Camera, ImageRenderTarget, RenderTarget};
use bevy::ecs::entity::Entity;
use bevy::ecs::query::With;
use bevy::ecs::resource::Resource;
use bevy::ecs::schedule::IntoScheduleConfigs;
use bevy::ecs::system::{Commands, Query, Res, ResMut};
use bevy::image::Image;
use bevy::math::{Rect, UVec2, Vec2};
use bevy::render::render_resource::TextureFormat;
use bevy::window::{PrimaryWindow, Window};
use bevy_egui::egui::{TextureId, Vec2 as Points};
use bevy_egui::{EguiPostUpdateSet, EguiTextureHandle, EguiUserTextures};

use super::stage::{StageCamera, StageView};

/// What the stage's camera draws into.
#[derive(Resource, Default)]
pub struct Picture {
    /// For egui to show.
    pub texture: Option<TextureId>,
    /// In points, as wanted by the panel; nothing while no stage is on the screen.
    wanted: Option<Points>,
    /// In pixels, as it is.
    pixels: UVec2,
}

impl Picture {
    /// Asks for a picture of this size, in points, or for none.
    pub fn want(&mut self, size: Option<Points>) {
        self.wanted = size;
    }

    /// Where the stage is within its picture, in points.
    pub fn rect(&self) -> Option<Rect> {
        self.wanted.map(|size| Rect::new(0.0, 0.0, size.x, size.y))
    }
}

pub fn plugin(app: &mut App) {
    app.init_resource::<Picture>().add_systems(PostUpdate, provide.after(EguiPostUpdateSet::EndPass));
}

/// An image of the wanted size, and the camera on it; the camera sleeps while there is no stage.
fn provide(
    mut picture: ResMut<Picture>,
    stage: Res<StageView>,
    windows: Query<&Window, With<PrimaryWindow>>,
    mut cameras: Query<(Entity, &mut Camera), With<StageCamera>>,
    mut images: ResMut<Assets<Image>>,
    mut textures: ResMut<EguiUserTextures>,
    mut commands: Commands,
) {
    let (Ok(window), Ok((entity, mut camera))) = (windows.single(), cameras.single_mut()) else { return };
    let awake = stage.rect.is_some() && picture.texture.is_some();
    if camera.is_active != awake {
        camera.is_active = awake;
    }
    let Some(size) = picture.wanted else { return };
    let factor = window.scale_factor();
    let pixels = (Vec2::new(size.x, size.y) * factor).ceil().as_uvec2().max(UVec2::ONE);
    if pixels == picture.pixels {
        return;
    }
    let image = Image::new_target_texture(pixels.x, pixels.y, TextureFormat::Rgba8UnormSrgb, None);
    let handle = images.add(image);
    let target = ImageRenderTarget { handle: handle.clone(), scale_factor: factor };
    commands.entity(entity).insert(RenderTarget::Image(target));
    picture.texture = Some(textures.add_image(EguiTextureHandle::Strong(handle)));
    picture.pixels = pixels;
}
